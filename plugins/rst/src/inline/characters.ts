import {isSpace} from '../text/whitespace.ts'
import {mayFollowEnd, mayPrecedeStart} from './punctuation.ts'

const beforeStart = 1
const afterEnd = 2
const nameCharacter = 4

/** What each ASCII character may be, as bits; the others are looked up. */
const ascii = new Uint8Array(128)

const letterOrDigit = /[\p{L}\p{N}]/u

for (let code = 0; code < 128; code++) {
  if (isSpace(code) || mayPrecedeStart(code)) ascii[code]! |= beforeStart
  if (isSpace(code) || mayFollowEnd(code)) ascii[code]! |= afterEnd
  if (letterOrDigit.test(String.fromCharCode(code))) ascii[code]! |= nameCharacter
}

/** Whether inline markup may start right after this character. */
export function precedesStart(code: number): boolean {
  return code < 128 ? (ascii[code]! & beforeStart) !== 0 : isSpace(code) || mayPrecedeStart(code)
}

/** Whether inline markup may end right before this character. */
export function followsEnd(code: number): boolean {
  return code < 128 ? (ascii[code]! & afterEnd) !== 0 : isSpace(code) || mayFollowEnd(code)
}

/** Whether the UTF-16 unit at `at` belongs to a letter or digit. */
export function isNameUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (ascii[code]! & nameCharacter) !== 0
  if ((code & 0xf800) !== 0xd800) return letterOrDigit.test(text[at]!)
  const start = (code & 0xfc00) === 0xdc00 ? at - 1 : at
  return letterOrDigit.test(String.fromCodePoint(text.codePointAt(start) ?? 0))
}

/** One of the characters that may stand alone inside a simple name: `-._+:`. */
function joins(code: number): boolean {
  return code === 0x2d || code === 0x2e || code === 0x5f || code === 0x2b || code === 0x3a
}

/**
 * The end of the simple reference name that starts at `at` (letters and digits, joined by single
 * `-`, `.`, `_`, `+` or `:`), or `at` if there is none.
 */
export function simpleNameEnd(text: string, at: number): number {
  let end = at
  for (;;) {
    const start = end
    while (end < text.length && isNameUnit(text, end)) end++
    if (end === start) return start === at ? at : start - 1
    if (end === text.length || !joins(text.charCodeAt(end))) return end
    end++
  }
}

/** The start of the longest simple reference name that ends before `end`, or `end`. */
export function simpleNameStart(text: string, end: number, least: number): number {
  let start = end
  for (;;) {
    const stop = start
    while (start > least && isNameUnit(text, start - 1)) start--
    if (start === stop) return stop === end ? end : stop + 1
    if (start === least || !joins(text.charCodeAt(start - 1))) return start
    start--
  }
}
