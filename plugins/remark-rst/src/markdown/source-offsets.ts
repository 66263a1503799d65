import {decodeString} from 'micromark-util-decode-string'

/** Where the characters of a text node come from. */
export interface SourceOffsets {
  /** The offset in the source of the character at `index` of the value. */
  at(index: number): number
  /** Whether that character was written with a backslash or as a character reference. */
  isEscaped(index: number): boolean
}

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/y

/**
 * Lines the value of a text node up with the source it was read from, in which escapes, character
 * references and the prefixes of lines inside quotes and lists take more room.
 *
 *     source   > a \| b
 *              > &amp; c
 *     value    a | b↵& c
 */
export function sourceOffsets(value: string, source: string, start: number): SourceOffsets {
  const offsets: number[] = []
  const escaped = new Set<number>()
  let at = start
  while (offsets.length < value.length && at < source.length) {
    const next = value[offsets.length]
    const size = charactersOfReference(source, at, value, offsets.length)
    if (size) {
      for (let i = 0; i < size; i++) {
        escaped.add(offsets.length)
        offsets.push(at)
      }
      at = reference.lastIndex
    } else if (source[at] === '\\' && source[at + 1] === next) {
      escaped.add(offsets.length)
      offsets.push(at + 1)
      at += 2
    } else {
      // What is in the source alone is a line's prefix or the space at its end.
      if (source[at] === next) offsets.push(at)
      at++
    }
  }
  return {
    at: (index) => offsets[index] ?? at,
    isEscaped: (index) => escaped.has(index),
  }
}

/** How many characters of the value a character reference at `at` stands for; 0 if there is none. */
function charactersOfReference(source: string, at: number, value: string, index: number): number {
  if (source[at] !== '&') return 0
  reference.lastIndex = at
  const written = reference.exec(source)?.[0]
  if (!written) return 0
  const decoded = decodeString(written)
  return decoded !== written && value.startsWith(decoded, index) ? decoded.length : 0
}
