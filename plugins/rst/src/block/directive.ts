import {simpleNameEnd} from '../inline/characters.ts'
import type {ExplicitConstruct} from './explicit.ts'
import {markerEnd} from './marker.ts'

/** `.. name:: arguments`, with options and content below. */
export const directive: ExplicitConstruct = {
  name: 'directive',
  recognise(text, start) {
    const end = simpleNameEnd(text, start)
    if (end === start) return -1
    const colons = text[end] === ' ' ? end + 1 : end
    return text.startsWith('::', colons) ? markerEnd(text, colons + 2) : -1
  },
  parse(scope, start, end) {
    const name = scope.text.slice(start, simpleNameEnd(scope.text, start))
    return scope.context.runDirective(scope, name, end)
  },
}
