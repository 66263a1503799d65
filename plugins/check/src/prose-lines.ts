/** A line of reStructuredText in which markup means something. */
export interface ProseLine {
  text: string
  /** Counts from 1. */
  number: number
}

/** Directives whose content is shown or used as it is. */
const literal = new Set([
  ...[
    'code',
    'code-block',
    'sourcecode',
    'parsed-literal',
    'raw',
    'math',
    'highlight',
    'csv-table',
  ],
  ...['graphviz', 'prompt', 'productionlist', 'doctest', 'testcode', 'testoutput', 'todo-list'],
])

const directiveLine = /^\.\. (?:\|[^|]+\| )?([\w:.+-]+)::(?:\s|$)/
const otherMarkup = /^\.\. (?:\[|_|__ |\|)|^__ /
const marker = /^(?:[-*+•‣⁃]|\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)[.)])[ \t]+/

/**
 * The lines of a file that are neither in literal text nor in comments. It goes by indentation
 * alone, which is enough to tell what a writer means to be markup.
 */
export function proseLines(source: string): ProseLine[] {
  const result: ProseLine[] = []
  let opaqueBelow = Infinity
  source.split('\n').forEach((text, index) => {
    if (text.trim() === '') return
    const indent = text.search(/\S/)
    if (indent > opaqueBelow) return
    opaqueBelow = Infinity
    result.push({text, number: index + 1})
    const {content, column} = withoutMarkers(text, indent)
    if (hidesWhatIsBelow(content)) opaqueBelow = column
  })
  return result
}

/** The text of a line behind the markers of lists, and where it starts. */
function withoutMarkers(text: string, indent: number): {content: string; column: number} {
  let column = indent
  for (;;) {
    const content = text.slice(column).trimEnd()
    const length = marker.exec(content)?.[0].length
    if (length === undefined) return {content, column}
    column += length
  }
}

function hidesWhatIsBelow(content: string): boolean {
  const name = directiveLine.exec(content)?.[1]
  if (name !== undefined) return literal.has(name)
  if (content === '..' || content.startsWith('.. ')) return !otherMarkup.test(content)
  return content.endsWith('::')
}
