import {unescape} from '../text/escape.ts'
import {followsEnd} from './characters.ts'
import type {Implicit, ImplicitMatch} from './inline-text.ts'
import {uriSchemes} from './uri-schemes.ts'

const colon = 0x3a
const at = 0x40
const greater = 0x3e

const schemeCharacter = 1
const uriCharacter = 2
const lastCharacter = 4
const emailCharacter = 8

/** What each ASCII character may be in an address, as bits (RFC 2396, RFC 2732). */
const bits = new Uint8Array(128)
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = '0123456789'
mark(schemeCharacter, `${letters}${digits}.+-`)
mark(uriCharacter, `${letters}${digits}-_.!~*'()[];/:@&=+$,%\0`)
mark(lastCharacter, `${letters}${digits}_~*/=+`)
mark(emailCharacter, `${letters}${digits}-_!~*'{|}/#?^\`&=+$%\0`)

function mark(bit: number, characters: string): void {
  for (const character of characters) bits[character.charCodeAt(0)]! |= bit
}

function is(bit: number, text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code < 128 && (bits[code]! & bit) !== 0
}

/**
 * A URI or e-mail address that stands in the text as such. The first thing that looks like one
 * decides: if its scheme is unknown, docutils takes none of the text for an address.
 */
export const standaloneUri: Implicit = {
  name: 'standalone_uri',
  find(inline, start, end) {
    const {text} = inline
    for (let i = inline.nextSign(start); i + 1 < end; i = inline.nextSign(i + 1)) {
      if (!mayFollow(text, i + 1)) continue
      const code = text.charCodeAt(i)
      const span = {
        text,
        start,
        end,
        mayEnd: (index: number) => index === end || inline.mayEnd(index),
      }
      const mayStart = (index: number): boolean => inline.mayStart(index, start)
      const match = code === colon ? absoluteUri(span, i, mayStart) : email(span, i, mayStart)
      if (match) return isKnown(text, match, i) ? match : undefined
    }
    return undefined
  },
  node(inline, {start, end}) {
    const address = inline.text.slice(start, end)
    const reference = inline.element('reference', start, end, address)
    const isEmail = !schemeOf(address)
    reference.attributes.refuri = (isEmail ? 'mailto:' : '') + unescape(address)
    return reference
  },
}

/** Whether a character may stand behind the colon of a scheme or the at sign of an address. */
function mayFollow(text: string, index: number): boolean {
  return is(uriCharacter, text, index) || is(emailCharacter, text, index)
}

/** Part of a text in which an address is looked for. */
interface Span {
  text: string
  start: number
  end: number
  mayEnd: (index: number) => boolean
}

function isKnown(text: string, match: ImplicitMatch, trigger: number): boolean {
  if (text.charCodeAt(trigger) === at) return true
  return uriSchemes.has(text.slice(match.start, trigger).toLowerCase())
}

function absoluteUri(
  span: Span,
  colonAt: number,
  mayStart: (index: number) => boolean,
): ImplicitMatch | undefined {
  const {text} = span
  let first = colonAt
  while (first > span.start && is(schemeCharacter, text, first - 1)) first--
  for (let start = first; start < colonAt; start++) {
    if (!isLetter(text.charCodeAt(start)) || !mayStart(start)) continue
    const end = uriEnd(span, colonAt + 1, '?#')
    return end < 0 ? undefined : {start, end}
  }
  return undefined
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/**
 * The end of the URI characters from `from` on, without the punctuation that closes a sentence.
 * `more` are the characters that may begin another part: the query, then the fragment.
 */
function uriEnd(span: Span, from: number, more: string): number {
  const {text} = span
  let run = from
  while (run < span.end && is(uriCharacter, text, run)) run++
  for (let end = run; end > from; end--) {
    if (!mayBeLast(span, end - 1)) continue
    const part = end === run && end < span.end ? more.indexOf(text[end]!) : -1
    const rest = part < 0 ? -1 : uriEnd(span, end + 1, more.slice(part + 1))
    if (rest >= 0) return rest
    if (span.mayEnd(end)) return end
  }
  return -1
}

function mayBeLast(span: Span, index: number): boolean {
  const {text} = span
  if (is(lastCharacter, text, index)) return true
  return (
    index + 1 < span.end && text.charCodeAt(index + 1) === greater && is(uriCharacter, text, index)
  )
}

function email(
  span: Span,
  atSign: number,
  mayStart: (index: number) => boolean,
): ImplicitMatch | undefined {
  const {text} = span
  if (text.charCodeAt(atSign - 1) === 0) return undefined
  const first = nameStart(span, atSign)
  for (let start = first; start < atSign; start++) {
    if (text[start] === '.' || !mayStart(start)) continue
    const end = hostEnd(span, atSign + 1)
    return end < 0 ? undefined : {start, end}
  }
  return undefined
}

/** The start of the characters before the `@`: words joined by single dots. */
function nameStart(span: Span, atSign: number): number {
  const {text} = span
  let start = atSign
  for (;;) {
    const stop = start
    while (start > span.start && is(emailCharacter, text, start - 1)) start--
    if (start === stop) return stop === atSign ? atSign : stop + 1
    if (start === span.start || text[start - 1] !== '.') return start
    start--
  }
}

/** The end of a host: at least two characters, words joined by dots, no punctuation at the end. */
function hostEnd(span: Span, from: number): number {
  const {text} = span
  if (!is(emailCharacter, text, from) || from >= span.end) return -1
  let run = from
  while (run < span.end && (is(emailCharacter, text, run) || (run > from && text[run] === '.')))
    run++
  if (run < span.end && is(uriCharacter, text, run)) run++
  for (let end = run; end > from + 1; end--) {
    if (mayBeLast(span, end - 1) && span.mayEnd(end)) return end
  }
  return -1
}

/** The scheme of an address, if it has one. */
function schemeOf(address: string): string | undefined {
  return /^([a-zA-Z][a-zA-Z0-9.+-]*):/.exec(address)?.[1]
}

/** Whether a text begins with an address, of any scheme. */
export function isAddress(text: string, anywhere: boolean): boolean {
  const mayEnd = (index: number): boolean =>
    anywhere || index === text.length || followsEnd(text.charCodeAt(index))
  const span = {text, start: 0, end: text.length, mayEnd}
  const atStart = (index: number): boolean => index === 0
  const scheme = schemeOf(text)
  if (scheme !== undefined && absoluteUri(span, scheme.length, atStart)) return true
  const atSign = text.indexOf('@')
  return atSign > 0 && email(span, atSign, atStart)?.start === 0
}

/** A bare e-mail address gets its scheme. */
export function withMailScheme(address: string): string {
  const atSign = address.indexOf('@')
  if (atSign < 0) return address
  const span = {
    text: address,
    start: 0,
    end: address.length,
    mayEnd: (index: number) => index === address.length,
  }
  const found = email(span, atSign, (index) => index === 0)
  return found?.end === address.length ? `mailto:${address}` : address
}
