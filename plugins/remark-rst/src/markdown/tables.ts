import type {Paragraph, Table} from 'mdast'
import {visit} from 'unist-util-visit'
import {complainAbout} from './complain.ts'
import {type Part, rangeOf, type Reading} from './part.ts'

/** The line below a table's header. */
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
/** A token as it is written where it needs no backslash. */
const bareToken = /(?<![\\\w])\|([^\s|\\](?:[^|\\\n]*[^\s|\\])?)\|/g

/**
 * Finds tokens whose pipes were taken for borders of cells. In a row they push the cells to the
 * right, out of the table; in the header they make it no table at all.
 */
export function checkTables(part: Part, reading: Reading): void {
  visit(part.tree, ['table', 'paragraph'], (node) => {
    if (node.type === 'table') checkRows(node as Table, part, reading)
    else if (node.type === 'paragraph') checkLostTable(node as Paragraph, part, reading)
  })
}

function checkRows(table: Table, part: Part, reading: Reading): void {
  const width = table.align?.length ?? 0
  for (const row of table.children) {
    const [start, end] = rangeOf(row)
    const line = part.text.slice(start, end)
    const overflows = row.children.length > width
    complainAboutTokens({line, start, overflows, row: 'body'}, part, reading)
  }
}

/** A paragraph with a delimiter row in it was meant to be a table. */
function checkLostTable(paragraph: Paragraph, part: Part, reading: Reading): void {
  const [start, end] = rangeOf(paragraph)
  const lines = part.text.slice(start, end).split('\n')
  const below = lines.findIndex((line, index) => index > 0 && delimiterRow.test(line))
  if (below < 0) return
  const header = lines[below - 1]!
  const offset = lines.slice(0, below - 1).join('\n').length + (below > 1 ? 1 : 0)
  const at = {line: header, start: start + offset, overflows: true, row: 'header'} as const
  complainAboutTokens(at, part, reading)
}

interface Row {
  line: string
  start: number
  /** Whether the row has more cells than the table has columns. */
  overflows: boolean
  row: 'header' | 'body'
}

/**
 * A bare token is a mistake where there are too many cells, and where the row's own borders stand
 * apart from its words; `|a|b|` may well be a row of two cells.
 */
function complainAboutTokens(row: Row, part: Part, reading: Reading): void {
  const isSpaced = /\|[ \t]/.test(row.line)
  for (const match of row.line.matchAll(bareToken)) {
    const name = match[1]!.replace(/\s+/g, ' ')
    if (!row.overflows && !(isSpaced && reading.definitions.has(name))) continue
    if (!isSpaced && !reading.definitions.has(name)) continue
    const start = row.start + match.index
    const range: [number, number] = [start, start + match[0].length]
    complainAbout('table-pipe', {name, row: row.row}, range, part, reading)
  }
}
