import type {Lines} from '../text/line.ts'
import {Element, textElement} from '../tree.ts'
import type {Scope} from './scope.ts'

/** A cell of a table: its lines, and over how many further rows and columns it reaches. */
export interface Cell {
  morerows: number
  morecols: number
  content: Lines
}

/** A table as it was read: a row lists its cells, without those that others reach over. */
export interface TableData {
  widths: number[]
  head: Cell[][]
  body: Cell[][]
}

/** Why lines are no table. `line` is the index, from its first line, docutils names. */
export interface TableProblem {
  detail: string
  line: number
}

/** Makes the `table` element, with the cells' content parsed as body elements. */
function buildTable(scope: Scope, {widths, head, body}: TableData): Element {
  const columns = widths.map((colwidth) => new Element('colspec', {colwidth}))
  const group = new Element('tgroup', {cols: columns.length}, columns)
  if (head.length > 0) group.children.push(buildRows(scope, 'thead', head))
  group.children.push(buildRows(scope, 'tbody', body))
  return new Element('table', {}, [group], scope.line)
}

function buildRows(scope: Scope, type: 'thead' | 'tbody', rows: readonly Cell[][]): Element {
  return new Element(
    type,
    {},
    rows.map(
      (row) =>
        new Element(
          'row',
          {},
          row.map((cell) => buildCell(scope, cell)),
        ),
    ),
  )
}

function buildCell(scope: Scope, {morerows, morecols, content}: Cell): Element {
  const entry = new Element('entry', {}, [], content.lines[0])
  if (morerows > 0) entry.attributes['morerows'] = morerows
  if (morecols > 0) entry.attributes['morecols'] = morecols
  if (content.lines.some((line) => line.text !== '')) scope.parseInto(entry, content)
  return entry
}

/** Adds a table that was read, or the message that says why there is none. */
export function addTable(scope: Scope, block: Lines, result: TableData | TableProblem): void {
  scope.add('detail' in result ? malformedTable(scope, block, result) : buildTable(scope, result))
}

/**
 * The message about lines that are no table. docutils counts them back from the current line,
 * which is the last of `block`.
 */
export function malformedTable(scope: Scope, block: Lines, {detail, line}: TableProblem): Element {
  const index = scope.at - block.length + 1 + line
  const source = textElement('literal_block', block.toString())
  return scope.report('table-malformed', {detail}, index, [source])
}
