import {collapseSpace, normalizeName} from '../text/name.ts'
import {simpleNameStart} from './characters.ts'
import type {InlineConstruct} from './construct.ts'
import type {InlineText} from './inline-text.ts'

/** `reference_`, `anonymous__`: noticed at the underscore, recognised backwards from there. */
export const reference: InlineConstruct = {
  name: 'reference',
  trigger: '_',
  recognise(inline, at) {
    if (at === inline.base || endOf(inline, at) < 0) return -1
    return startOf(inline, at)
  },
  parse(inline, start, at) {
    const end = endOf(inline, at)
    const name = inline.text.slice(start, at)
    const element = inline.element('reference', start, end, name)
    element.attributes.name = collapseSpace(name)
    if (end - at === 2) {
      element.attributes.anonymous = true
    } else {
      element.attributes.refname = normalizeName(name)
      inline.context.document.noteRefName(element)
    }
    return inline.emit(start, end, element)
  },
}

/** The end of `__` or `_`, the longer that may end markup, or -1. */
function endOf(inline: InlineText, at: number): number {
  if (inline.text[at + 1] === '_' && inline.mayEnd(at + 2)) return at + 2
  return inline.mayEnd(at + 1) ? at + 1 : -1
}

/** The first index at which a simple name that ends at `end` may start. */
function startOf(inline: InlineText, end: number): number {
  let start = simpleNameStart(inline.text, end, inline.base)
  for (; start < end; start++) {
    if (isNameStart(inline, start) && inline.mayStart(start)) return start
  }
  return -1
}

function isNameStart(inline: InlineText, at: number): boolean {
  const code = inline.text.charCodeAt(at)
  return code !== 0x2d && code !== 0x2e && code !== 0x5f && code !== 0x2b && code !== 0x3a
}
