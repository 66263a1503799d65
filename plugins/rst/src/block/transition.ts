import {trimEnd} from '../text/whitespace.ts'
import {Element, textElement} from '../tree.ts'
import type {SecondLine} from './construct.ts'
import {isAdornment} from './marker.ts'
import type {Scope} from './scope.ts'

/**
 * An adornment of four characters or more with a blank line or the end of the lines after it. The
 * cursor is behind it; false, and back on it, if it is too short.
 */
export function parseTransition(scope: Scope): boolean {
  const line = scope.lines[scope.at - 1]!
  if (trimEnd(line.text).length < 4) {
    scope.back()
    return false
  }
  scope.add(new Element('transition', {}, [], line))
  return true
}

/** Two adornments, one under the other. */
export const doubleAdornment: SecondLine = {
  name: 'title',
  recognise: isAdornment,
  parse(scope) {
    const overAt = scope.at - 1
    const overline = scope.lines[overAt]!.text
    if (trimEnd(overline).length < 4) return shortOverline(scope, overAt)
    const source = textElement('literal_block', `${overline}\n${scope.text}`)
    scope.add(scope.report('title-or-transition-invalid', {}, overAt, [source]))
    return true
  },
}

function shortOverline(scope: Scope, overAt: number): boolean {
  scope.add(scope.report('overline-short', {}, overAt))
  scope.at = overAt
  return false
}
