import {trim, trimEnd} from '../text/whitespace.ts'
import {secondSeparator} from './grid.ts'
import type {Cell, TableData, TableProblem} from './table.ts'
import type {TextGrid} from './text-grid.ts'

/** A column from its first character to behind its last. */
interface Column {
  start: number
  end: number
}

/** A row with the index of its first line. */
interface Row {
  cells: Cell[]
  start: number
}

/** Reads a simple table; `first` is the number docutils counts the cells' lines from. */
export function readSimple(grid: TextGrid, first: number): TableData | TableProblem {
  grid.flatten(0)
  grid.flatten(grid.height - 1)
  const separator = findSeparator(grid)
  if (typeof separator === 'object') return separator
  const reader = new SimpleReader(grid, first)
  const problem = reader.readRows()
  if (problem) return problem
  return reader.arrange(separator)
}

function findSeparator(grid: TextGrid): number | TableProblem {
  let separator = 0
  for (let row = 0; row < grid.height; row++) {
    if (!/^=[ =]*$/.test(grid.text(row, 0))) continue
    if (separator > 0) return {detail: secondSeparator(separator, row), line: row}
    separator = row
    grid.flatten(row)
  }
  return separator
}

class SimpleReader {
  private readonly grid: TextGrid
  private readonly first: number
  private readonly rows: Row[] = []
  /** The columns as the top border has them; text may widen the last one. */
  private readonly columns: Column[]
  private readonly borderEnd: number

  constructor(grid: TextGrid, first: number) {
    this.grid = grid
    this.first = first
    this.columns = spans(grid.text(0, 0))
    this.borderEnd = this.columns[this.columns.length - 1]!.end
  }

  /**
   * A row begins with text in the first column, or after a line of `-` that underlines spans; it
   * ends before the next one.
   */
  readRows(): TableProblem | undefined {
    const [firstColumn] = this.columns
    let start = 1
    let hasText = false
    for (let line = 1; line < this.grid.height; line++) {
      let problem: TableProblem | undefined
      if (/^-[ -]*$/.test(this.grid.text(line, 0))) {
        problem = this.readRow(start, line, true)
        start = line + 1
        hasText = false
      } else if (trim(this.grid.text(line, firstColumn!.start, firstColumn!.end)) !== '') {
        if (hasText && line !== start) problem = this.readRow(start, line, false)
        start = line
        hasText = true
      } else if (!hasText) start = line + 1
      if (problem) return problem
    }
    return undefined
  }

  arrange(separator: number): TableData {
    const body = separator > 0 ? this.rows.findIndex((row) => row.start > separator) : 0
    const cells = this.rows.map((row) => row.cells)
    const widths = this.columns.map(({start, end}) => end - start)
    return {widths, head: cells.slice(0, Math.max(body, 0)), body: cells.slice(Math.max(body, 0))}
  }

  /** Reads the lines from `start` to before `end`; the line at `end` may underline spans. */
  private readRow(start: number, end: number, underlined: boolean): TableProblem | undefined {
    if (start === end && !underlined) return undefined
    const columns = underlined ? this.spansOf(end) : this.columns.map((column) => ({...column}))
    if ('detail' in columns) return columns
    const problem = this.checkMargins(start, end, columns)
    if (problem) return problem
    const cells = this.cellsOf(start, end, columns)
    if ('detail' in cells) return cells
    this.rows.push({cells, start})
    return undefined
  }

  /** The columns that an underline of spans describes. */
  private spansOf(line: number): Column[] | TableProblem {
    const columns = spans(trimEnd(this.grid.text(line, 0)))
    const last = columns[columns.length - 1]!
    if (last.end !== this.borderEnd) {
      return {detail: `Column span incomplete in table line ${line + 1}.`, line}
    }
    last.end = this.columns[this.columns.length - 1]!.end
    return columns
  }

  /** Nothing may stand between columns; text behind the last one widens it. */
  private checkMargins(start: number, end: number, columns: Column[]): TableProblem | undefined {
    const last = columns.length - 1
    for (const [i, column] of columns.entries()) {
      const next = columns[i + 1]?.start
      for (let line = start; line < end; line++) {
        const margin = trim(this.grid.text(line, column.end, next))
        if (margin === '') continue
        if (i < last) {
          return {detail: `Text in column margin in table line ${line + 1}.`, line}
        }
        this.widen(column, this.grid.textEnd(line))
      }
    }
    return undefined
  }

  private widen(column: Column, end: number): void {
    const last = this.columns[this.columns.length - 1]!
    column.end = Math.max(last.end, end)
    if (end > last.end) last.end = end
  }

  private cellsOf(start: number, end: number, columns: readonly Column[]): Cell[] | TableProblem {
    const cells: Cell[] = []
    let at = 0
    for (const column of columns) {
      const begin = at
      const isAligned = this.columns[at]?.start === column.start
      while (isAligned && at < this.columns.length && this.columns[at]!.end !== column.end) at++
      if (!isAligned || at === this.columns.length) {
        return {
          detail: `Column span alignment problem in table line ${start + 2}.`,
          line: start + 1,
        }
      }
      const content = this.grid.cell(start, column.start, end, column.end, this.first + start)
      cells.push({morerows: 0, morecols: at - begin, content})
      at++
    }
    return cells
  }
}

/** The runs of `-` in a border. */
function spans(border: string): Column[] {
  const columns: Column[] = []
  let start = border.indexOf('-')
  while (start >= 0) {
    const space = border.indexOf(' ', start)
    const end = space < 0 ? border.length : space
    columns.push({start, end})
    start = border.indexOf('-', end)
  }
  return columns
}
