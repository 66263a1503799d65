/** A JSON value that stands in a text. */
export interface JsonText {
  readonly start: number
  readonly end: number
  readonly value: unknown
}

const closing: Readonly<Record<string, string>> = {'[': ']', '{': '}'}

/** Offset after the bracket that closes the one at `start`; -1 if it is not closed or badly nested. */
function closeOf(text: string, start: number): number {
  const open: string[] = []
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/g
  token.lastIndex = start
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [mark] = match
    if (mark.startsWith('"')) continue
    if (closing[mark]) open.push(closing[mark])
    else if (open.pop() !== mark) return -1
    if (open.length === 0) return match.index + 1
  }
  return -1
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Arrays and objects in a text, the outermost of each; what is cut off or damaged is none. */
export function jsonTexts(text: string): readonly JsonText[] {
  const found: JsonText[] = []
  const start = /[[{](?=\s*["[{\]])/g
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = closeOf(text, match.index)
    const value = end < 0 ? undefined : parse(text.slice(match.index, end))
    if (value === undefined) continue
    found.push({start: match.index, end, value})
    start.lastIndex = end
  }
  return found
}
