import {dropUnescapedSpace, restoreBackslashes, unescape} from '../text/escape.ts'
import {collapseSpace, normalizeName} from '../text/name.ts'
import {isSpace} from '../text/whitespace.ts'
import {addTo, type Element} from '../tree.ts'
import {type InlineText, textNode} from './inline-text.ts'
import {isAddress, withMailScheme} from './standalone-uri.ts'

/** What stands in angle brackets at the end of a phrase reference. */
interface Embedded {
  /** Index in the phrase at which the brackets, with the space before them, begin. */
  start: number
  kind: 'name' | 'uri'
  /** The address, or the name as it is compared. */
  value: string
  /** Of an alias: the name as it is written. */
  written: string
  /** The source between the brackets. */
  raw: string
}

/**
 * `` `phrase`_ ``, ``  `text <https://example.org>`_ ``, `` `text <alias_>`_ ``, and with two
 * underscores the same without a name. `from` to `stop` is the phrase.
 */
export function phraseReference(
  inline: InlineText,
  start: number,
  from: number,
  stop: number,
  after: number,
): number {
  const phrase = inline.text.slice(from, stop)
  const embedded = findEmbedded(phrase, inline.anywhere)
  const text = (embedded ? phrase.slice(0, embedded.start) : phrase) || embedded!.value
  const name = unescape(text)
  const reference = inline.element('reference', start, after)
  reference.children.push(textNode(text))
  reference.attributes.name = collapseSpace(name)
  if (inline.text.startsWith('__', after - 2)) refer(inline, reference, embedded, undefined)
  else refer(inline, reference, embedded, normalizeName(name))
  if (!embedded || inline.text.startsWith('__', after - 2)) {
    return inline.emit(start, after, reference)
  }
  const target = makeTarget(inline, embedded, from, stop)
  addTo(target, 'names', normalizeName(name))
  note(inline, reference, target)
  return inline.emitAll(start, after, [reference, target])
}

/** Says in the reference's attributes what it refers to: `name` is none for an anonymous one. */
function refer(
  inline: InlineText,
  reference: Element,
  embedded: Embedded | undefined,
  name: string | undefined,
): void {
  const {attributes} = reference
  if (embedded?.kind === 'uri') attributes.refuri = embedded.value
  else if (embedded) attributes.refname = embedded.value
  else if (name === undefined) attributes.anonymous = true
  else attributes.refname = name
  if (attributes.refname !== undefined && (!embedded || name === undefined)) {
    inline.context.document.noteRefName(reference)
  }
}

function makeTarget(inline: InlineText, embedded: Embedded, from: number, stop: number): Element {
  const target = inline.element('target', from + embedded.start, stop)
  if (embedded.kind === 'uri') {
    target.attributes.refuri = embedded.value
    target.data = {referenced: true, reported: null}
  } else {
    target.attributes.refname = embedded.value
    target.data = {indirectName: embedded.written, reported: null}
  }
  return target
}

function note(inline: InlineText, reference: Element, target: Element): void {
  const {document} = inline.context
  if (target.attributes.refname !== undefined) {
    document.noteIndirectTarget(target)
    document.noteRefName(reference)
  }
  document.noteImplicitTarget(target, inline.parent)
}

/** The `<…>` at the end of a phrase: at its start or after a space, with nothing unescaped in it. */
function findEmbedded(phrase: string, anywhere: boolean): Embedded | undefined {
  const close = phrase.length - 1
  if (phrase[close] !== '>') return undefined
  const beforeClose = phrase.charCodeAt(close - 1)
  if (beforeClose === 0 || isSpace(beforeClose)) return undefined
  const open = openBracket(phrase, close)
  if (open < 0 || isSpace(phrase.charCodeAt(open + 1))) return undefined
  let start = open
  while (start > 0 && (phrase[start - 1] === ' ' || phrase[start - 1] === '\n')) start--
  if (start === open && open > 0) return undefined
  return describe(phrase.slice(open + 1, close), start, anywhere)
}

/** The last `<` before `close` that is not escaped, if no other bracket stands in between. */
function openBracket(phrase: string, close: number): number {
  for (let at = close - 1; at >= 0; at--) {
    const character = phrase[at]
    if (character !== '<' && character !== '>') continue
    if (at > 0 && phrase.charCodeAt(at - 1) === 0) continue
    return character === '<' && at < close - 1 ? at : -1
  }
  return -1
}

function describe(text: string, start: number, anywhere: boolean): Embedded {
  const raw = restoreBackslashes(text)
  if (text.endsWith('_') && !raw.endsWith('\\_') && !isAddress(text, anywhere)) {
    const written = unescape(text.slice(0, -1))
    return {
      start,
      kind: 'name',
      value: normalizeName(written),
      written: collapseSpace(written),
      raw,
    }
  }
  let address = withMailScheme(unescape(dropUnescapedSpace(text)))
  if (address.endsWith('\\_')) address = `${address.slice(0, -2)}_`
  return {start, kind: 'uri', value: address, written: '', raw}
}
