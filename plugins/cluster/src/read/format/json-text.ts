/** A JSON value that stands in a text. */
export interface JsonText {
  readonly start: number
  readonly end: number
  readonly value: unknown
}

interface Span {
  readonly start: number
  readonly end: number
}

const closing: Readonly<Record<string, string>> = {'[': ']', '{': '}'}

/** The outermost pairs of brackets in a text, strings left aside; one pass. */
function bracketed(text: string): Span[] {
  const open: {start: number; close: string}[] = []
  const spans: Span[] = []
  for (const match of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    const [mark] = match
    const close = closing[mark]
    if (close !== undefined) open.push({start: match.index, close})
    if (close !== undefined || mark.startsWith('"')) continue
    const last = open.at(-1)
    if (last?.close !== mark) {
      open.length = 0
      continue
    }
    open.pop()
    while ((spans.at(-1)?.start ?? -1) > last.start) spans.pop()
    spans.push({start: last.start, end: match.index + 1})
  }
  return spans
}

/** The value of a text; commas before a closing bracket, as examples have them, are let pass. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/,(?=\s*[\]}])/g, ''))
  } catch {
    return undefined
  }
}

/** Arrays and objects in a text, the outermost of each; what is cut off or damaged is none. */
export const jsonTexts = (text: string): readonly JsonText[] =>
  bracketed(text).flatMap(({start, end}) => {
    const json = text.slice(start, end)
    const value = /^[[{]\s*["[{\]]/.test(json) ? parse(json) : undefined
    return value === undefined ? [] : [{start, end, value}]
  })
