/** One word of Python source. */
export interface PythonToken {
  kind: 'name' | 'string' | 'number' | 'operator' | 'newline'
  text: string
  /** Columns before the first word of a line; of other words 0. */
  indent: number
  line: number
}

const patterns: [PythonToken['kind'] | 'space', RegExp][] = [
  ['space', /[ \t\f]+|\\\r?\n|#[^\n]*/y],
  ['newline', /\r?\n/y],
  ['string', /[a-z]{0,2}('''[\s\S]*?(?<!\\)(?:\\\\)*'''|"""[\s\S]*?(?<!\\)(?:\\\\)*""")/iy],
  ['string', /[a-z]{0,2}('(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/iy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['number', /\d[\w.]*/y],
  ['operator', /\*\*|\/\/|[-+*/%|&@<>=!:]=|[^\s\w]/y],
]

/**
 * The words of a Python file. Line ends within brackets are left out, as Python does; what it
 * would not accept comes as single characters.
 */
export function pythonTokens(source: string): PythonToken[] {
  const tokens: PythonToken[] = []
  let depth = 0
  let line = 1
  for (let at = 0; at < source.length;) {
    const [kind, text] = wordAt(source, at)
    if (kind === 'operator') depth = Math.max(0, depth + bracket(text))
    const isFirst = (tokens.at(-1)?.kind ?? 'newline') === 'newline'
    const isShown = kind !== 'space' && !(kind === 'newline' && (depth > 0 || isFirst))
    const indent = isFirst ? at - (source.lastIndexOf('\n', at - 1) + 1) : 0
    if (isShown) tokens.push({kind, text, indent, line})
    line += text.split('\n').length - 1
    at += text.length
  }
  return tokens
}

function wordAt(source: string, at: number): [PythonToken['kind'] | 'space', string] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const [text] = pattern.exec(source) ?? []
    if (text) return [kind, text]
  }
  return ['operator', source[at]!]
}

function bracket(text: string): number {
  if ('([{'.includes(text)) return 1
  return ')]}'.includes(text) ? -1 : 0
}
