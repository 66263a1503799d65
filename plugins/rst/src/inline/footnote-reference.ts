import {normalizeName} from '../text/name.ts'
import {type Element, Text} from '../tree.ts'
import {simpleNameEnd} from './characters.ts'
import type {InlineConstruct} from './construct.ts'
import type {InlineText} from './inline-text.ts'

/** `[1]_`, `[#]_`, `[#label]_`, `[*]_` and the citation reference `[label]_` */
export const footnoteReference: InlineConstruct = {
  name: 'footnote_reference',
  trigger: '[',
  recognise(inline, at) {
    const end = labelEnd(inline.text, at + 1)
    if (end < 0 || !inline.text.startsWith(']_', end)) return -1
    return inline.mayEnd(end + 2) && inline.mayStart(at) ? at : -1
  },
  parse(inline, start) {
    const stop = labelEnd(inline.text, start + 1)
    const label = inline.text.slice(start + 1, stop)
    const end = stop + 2
    if (isCitation(label)) return inline.emit(start, end, citation(inline, label, start, end))
    const element = footnote(inline, label, start, end)
    const trim = inline.context.document.settings.trim_footnote_reference_space
    return inline.emit(trim ? spaceBefore(inline, start) : start, end, element)
  },
}

/** The index of the `]` that may end the label starting at `start`, or -1. */
function labelEnd(text: string, start: number): number {
  const first = text.charCodeAt(start)
  if (first === 0x2a) return start + 1
  if (first === 0x23) return simpleNameEnd(text, start + 1)
  const end = simpleNameEnd(text, start)
  return end === start ? -1 : end
}

function isCitation(label: string): boolean {
  return label[0] !== '#' && label !== '*' && !/^[0-9]+$/.test(label)
}

function citation(inline: InlineText, label: string, start: number, end: number): Element {
  const element = inline.element('citation_reference', start, end, label)
  element.attributes.refname = normalizeName(label)
  inline.context.document.noteCitationReference(element)
  return element
}

function footnote(inline: InlineText, label: string, start: number, end: number): Element {
  const element = inline.element('footnote_reference', start, end)
  const {attributes} = element
  if (label === '*') attributes.auto = '*'
  else if (label === '#') attributes.auto = 1
  else if (label[0] === '#') {
    attributes.auto = 1
    attributes.refname = normalizeName(label.slice(1))
  } else {
    attributes.refname = label
    element.children.push(new Text(label))
  }
  inline.context.document.noteFootnoteReference(element)
  return element
}

function spaceBefore(inline: InlineText, start: number): number {
  let end = start
  while (end > inline.base && inline.isSpaceAt(end - 1)) end--
  return end
}
