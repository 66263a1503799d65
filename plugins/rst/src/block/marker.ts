/** The index of the first character from `at` on that is not a space. */
export function spacesEnd(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) === 0x20) at++
  return at
}

/**
 * The end of a marker that must be followed by spaces or the end of the line: the index after the
 * spaces, or -1. `end` is the index after the marker itself.
 */
export function markerEnd(text: string, end: number): number {
  if (end === text.length) return end
  const after = spacesEnd(text, end)
  return after > end ? after : -1
}

/** Whether a line begins with a space. */
export function isIndented(text: string): boolean {
  return text !== '' && text.charCodeAt(0) === 0x20
}

/** Whether a character is ASCII punctuation, one of those that adorn titles. */
export function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}

/** Whether a line consists of one punctuation character, repeated, and perhaps spaces at its end. */
export function isAdornment(text: string): boolean {
  const code = text.charCodeAt(0)
  if (!isPunctuation(code)) return false
  let at = 1
  while (at < text.length && text.charCodeAt(at) === code) at++
  return spacesEnd(text, at) === text.length
}
