import {collapseSpace, normalizeName} from '../text/name.ts'
import {type Element, textOf} from '../tree.ts'
import type {InlineConstruct} from './construct.ts'
import {delimited} from './delimited.ts'
import {afterText, type EndString, type InlineText} from './inline-text.ts'

const end: EndString = {
  kind: '|',
  mark: '|',
  mayFollow: afterText,
  /** `|__`, `|_` or `|`, the longest that may end markup. */
  lengthAt(inline, at) {
    let length = 1
    while (length < 3 && inline.text[at + length] === '_') length++
    while (length > 0 && !inline.mayEnd(at + length)) length--
    return length === 0 ? -1 : length
  },
}

const construct = delimited({
  type: 'substitution_reference',
  start: '|',
  end,
  finish(inline, element, start, after) {
    const name = textOf(element)
    element.attributes.refname = collapseSpace(name)
    const outer =
      inline.text[after - 1] === '_' ? asReference(inline, element, start, after) : element
    return inline.emit(start, after, outer)
  },
})

/** `|substitution|`, `|reference|_`, `|anonymous reference|__` */
export const substitutionReference: InlineConstruct = {
  ...construct,
  recognise: (inline, at) => (inline.text[at + 1] === '|' ? -1 : construct.recognise(inline, at)),
}

function asReference(inline: InlineText, inner: Element, start: number, after: number): Element {
  const reference = inline.element('reference', start, after)
  reference.children.push(inner)
  if (inline.text.startsWith('__', after - 2)) {
    reference.attributes.anonymous = true
  } else {
    reference.attributes.refname = normalizeName(textOf(inner))
    inline.context.document.noteRefName(reference)
  }
  return reference
}
