import {collapseSpace, normalizeName} from '../text/name.ts'
import {isNameUnit, simpleNameEnd, simpleNameStart} from './characters.ts'
import type {InlineConstruct} from './construct.ts'
import type {InlineText} from './inline-text.ts'

/** `reference_`, `anonymous__`: noticed at the underscore, recognised backwards from there. */
export const reference: InlineConstruct = {
  name: 'reference',
  trigger: '_',
  recognise(inline, at) {
    if (at === inline.base || markEnd(inline, at) < 0) return -1
    return startOf(inline, at)
  },
  parse(inline, start, at) {
    const stop = inline.anywhere ? longestName(inline.text, start, at) : at
    const end = markEnd(inline, stop)
    const name = inline.text.slice(start, stop)
    const element = inline.element('reference', start, end, name)
    element.attributes.name = collapseSpace(name)
    if (end - stop === 2) {
      element.attributes.anonymous = true
    } else {
      element.attributes.refname = normalizeName(name)
      inline.context.document.noteRefName(element)
    }
    return inline.emit(start, end, element)
  },
}

/** The end of `__` or `_`, the longer that may end markup, or -1. */
function markEnd(inline: InlineText, at: number): number {
  if (inline.text[at + 1] === '_' && inline.mayEnd(at + 2)) return at + 2
  return inline.mayEnd(at + 1) ? at + 1 : -1
}

/** The first index at which a simple name that ends at `end` may start. */
function startOf(inline: InlineText, end: number): number {
  let start = simpleNameStart(inline.text, end, inline.base)
  for (; start < end; start++) {
    const isInside = (inline.text.charCodeAt(start) & 0xfc00) === 0xdc00
    if (!isInside && isNameUnit(inline.text, start) && inline.mayStart(start)) return start
  }
  return -1
}

/**
 * The last underscore that may follow a simple name: where markup may end anywhere, the first one
 * may as well be part of the name.
 */
function longestName(text: string, start: number, least: number): number {
  let end = simpleNameEnd(text, start)
  while (end > least && text[end] !== '_') end--
  return end
}
