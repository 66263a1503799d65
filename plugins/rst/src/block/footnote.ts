import {simpleNameEnd} from '../inline/characters.ts'
import {normalizeName} from '../text/name.ts'
import {Element, textElement} from '../tree.ts'
import {readLabelled} from './labelled.ts'
import type {ExplicitConstruct} from './explicit.ts'
import {markerEnd} from './marker.ts'

/** `.. [1] text`, `.. [#] text`, `.. [#label] text`, `.. [*] text` */
export const footnote: ExplicitConstruct = {
  name: 'footnote',
  recognise(text, start) {
    if (text[start] !== '[') return -1
    const end = labelEnd(text, start + 1)
    return end > start + 1 && text[end] === ']' ? markerEnd(text, end + 1) : -1
  },
  parse(scope, start, end) {
    const label = scope.text.slice(start + 1, labelEnd(scope.text, start + 1))
    const {document} = scope.context
    const element = new Element('footnote', {}, [], scope.line)
    const name = describe(element, label)
    document.noteFootnote(element)
    return readLabelled(scope, end, element, 'footnote-empty', () => {
      if (name !== '') document.noteExplicitTarget(element, element)
    })
  },
}

function labelEnd(text: string, start: number): number {
  if (text[start] === '*') return start + 1
  if (text[start] === '#') return simpleNameEnd(text, start + 1)
  let end = start
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Gives the footnote the attributes that follow from its label; returns its name. */
function describe(element: Element, label: string): string {
  const {attributes} = element
  const name = label === '*' ? '' : normalizeName(label.replace(/^#/, ''))
  if (label === '*') attributes.auto = '*'
  else if (label[0] === '#') attributes.auto = 1
  else element.children.push(textElement('label', label))
  if (name !== '') attributes.names = [name]
  return name
}
