import {repr} from '../../text/repr.ts'
import {type Converter, Refusal} from '../spec.ts'

const hexadecimal = /^(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)$|^&#x([0-9a-f]+);$/i

const characterCode = 'a code up to 0x10FFFF'

/**
 * A character from its code: decimal, hexadecimal (`0x`, `x`, `\x`, `U+`, `u`, `\u`) or as an XML
 * character reference. Any other text stays as it is.
 */
export function unicodeCode(code: string): string | Refusal {
  if (/^\d+$/.test(code)) return character(BigInt(code))
  const match = hexadecimal.exec(code)
  return match ? character(BigInt(`0x${match[1] ?? match[2]!}`)) : code
}

function character(code: bigint): string | Refusal {
  if (code > 0x7fffffffn) {
    return new Refusal('code too large (Python int too large to convert to C int)', characterCode)
  }
  if (code > 0x10ffffn) return new Refusal('chr() arg not in range(0x110000)', characterCode)
  return String.fromCodePoint(Number(code))
}

/** One character, itself or by its code. */
export const singleCharacter: Converter<string> = (text) => {
  const character = unicodeCode(text ?? '')
  if (character instanceof Refusal || [...character].length === 1) return character
  const problem = `${repr(character)} invalid; must be a single character or a Unicode code`
  return new Refusal(problem, 'one character or its code')
}

/** One character, itself, by its code, or as the word `tab` or `space`. */
export const singleCharacterOrSpace: Converter<string> = (text) => {
  if (text === 'tab') return '\t'
  return text === 'space' ? ' ' : singleCharacter(text)
}
