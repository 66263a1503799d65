import {simpleNameEnd} from '../inline/characters.ts'
import {normalizeName} from '../text/name.ts'
import {Element, textElement} from '../tree.ts'
import type {ExplicitConstruct} from './explicit.ts'
import {readLabelled} from './labelled.ts'
import {markerEnd} from './marker.ts'

/** `.. [label] text` */
export const citation: ExplicitConstruct = {
  name: 'citation',
  recognise(text, start) {
    if (text[start] !== '[') return -1
    const end = simpleNameEnd(text, start + 1)
    return end > start + 1 && text[end] === ']' ? markerEnd(text, end + 1) : -1
  },
  parse(scope, start, end) {
    const label = scope.text.slice(start + 1, simpleNameEnd(scope.text, start + 1))
    const {document} = scope.context
    const attributes = {names: [normalizeName(label)]}
    const element = new Element('citation', attributes, [textElement('label', label)], scope.line)
    return readLabelled(scope, end, element, 'citation-empty', () => {
      document.noteCitation(element)
      document.noteExplicitTarget(element, element)
    })
  },
}
