/**
 * White space as docutils' host language has it, which is not JavaScript's: U+001C…U+001F and
 * U+0085 count, U+FEFF does not.
 */
export function isSpace(code: number): boolean {
  if (code < 0x80)
    return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f)
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** `[…]` in a regular expression for the characters of `isSpace`. */
export const spaceClass =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

/** The words of a text: split at white space, without empty ones. */
export function words(text: string): string[] {
  const found: string[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const inWord = i < text.length && !isSpace(text.charCodeAt(i))
    if (inWord && start < 0) start = i
    if (inWord || start < 0) continue
    found.push(text.slice(start, i))
    start = -1
  }
  return found
}

/** The index of the first character that is not white space, or the text's length. */
export function leadingSpace(text: string): number {
  let i = 0
  while (i < text.length && isSpace(text.charCodeAt(i))) i++
  return i
}

/** The index after the last character that is not white space. */
export function trimmedLength(text: string): number {
  let end = text.length
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
  return end
}

export function isBlank(text: string): boolean {
  return leadingSpace(text) === text.length
}

export function trimStart(text: string): string {
  return text.slice(leadingSpace(text))
}

export function trimEnd(text: string): string {
  return text.slice(0, trimmedLength(text))
}

export function trim(text: string): string {
  return trimStart(trimEnd(text))
}
