/**
 * A value as docutils' host language writes it down. docutils quotes option values that way in its
 * messages and prints the details of a `pending` with it. `null` is `None`; a whole number is an
 * integer.
 */
export function repr(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) return dictionary(value)
  return 'None'
}

function dictionary(value: object): string {
  const entries = Object.entries(value)
  return `{${entries.map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(', ')}}`
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replace(/[\\'\p{C}\p{Z}]/gu, (character) =>
    character === quote ? `\\${quote}` : (short[character] ?? escaped(character)),
  )
  return quote + body + quote
}

const short: Record<string, string> = {
  ' ': ' ',
  "'": "'",
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function escaped(character: string): string {
  const code = character.codePointAt(0)!.toString(16)
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`
}
