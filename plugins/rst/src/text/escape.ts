import {isSpace} from './whitespace.ts'

/**
 * Escapes are carried through inline parsing as NUL characters: `\*` becomes NUL `*`. The text
 * keeps its length, so indices into the one are indices into the other.
 */
export function escapeToNull(text: string): string {
  if (text.indexOf('\\') < 0) return text
  let result = ''
  let start = 0
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', start)) {
    result += text.slice(start, at) + '\0' + text.slice(at + 1, at + 2)
    start = at + 2
  }
  return result + text.slice(start)
}

/** Resolves escapes: an escaped space or newline disappears with its NUL. */
export function unescape(text: string): string {
  if (text.indexOf('\0') < 0) return text
  return text.replace(/\0[ \n]?/g, '')
}

/** Turns NULs back into the backslashes they were. */
export function restoreBackslashes(text: string): string {
  return text.indexOf('\0') < 0 ? text : text.replaceAll('\0', '\\')
}

/** Splits at white space that is escaped (NUL, then space or newline). */
export function splitEscapedSpace(text: string): string[] {
  return text.split(/\0[ \n]/)
}

/** The text without its white space, except where that is escaped. */
export function dropUnescapedSpace(text: string): string {
  return splitEscapedSpace(text).map(dropSpace).join(' ')
}

function dropSpace(text: string): string {
  let result = ''
  for (const character of text) if (!isSpace(character.charCodeAt(0))) result += character
  return result
}
