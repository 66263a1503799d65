import {Line, Lines} from '../text/line.ts'
import {leadingSpace, trimEnd} from '../text/whitespace.ts'
import {isPlain, toColumns} from '../text/width.ts'

/**
 * Lines as a grid of columns, in which a wide character takes two and a combining one none. Most
 * lines are plain text and stay strings.
 */
export class TextGrid {
  readonly lines: readonly Line[]
  private readonly rows: (string | string[])[]

  constructor(lines: readonly Line[]) {
    this.lines = lines
    this.rows = lines.map(({text}) => (isPlain(text) ? text : toColumns(text)))
  }

  get height(): number {
    return this.rows.length
  }

  width(row: number): number {
    return this.rows[row]!.length
  }

  /** The character in a column; empty behind a wide one, undefined behind the line's end. */
  at(row: number, column: number): string | undefined {
    return this.rows[row]![column]
  }

  /** The text of a row between two columns. */
  text(row: number, left: number, right?: number): string {
    const columns = this.rows[row]!
    if (typeof columns === 'string') return columns.slice(left, right)
    return columns.slice(left, right).join('')
  }

  /** Overwrites `=` with `-` in a row: table borders look alike then. */
  flatten(row: number): void {
    this.rows[row] = this.text(row, 0).replaceAll('=', '-')
  }

  /**
   * The lines of a cell: the rows from `top` to before `bottom`, the columns from `left` to before
   * `right`, without white space at the ends and without common indentation. `offset` is the index
   * docutils gives the first line; a cell runs apart from the document.
   */
  cell(top: number, left: number, bottom: number, right: number, offset: number): Lines {
    const lines: Line[] = []
    let indent = right
    for (let row = top; row < bottom; row++) {
      const text = trimEnd(this.text(row, left, right))
      const {origin, number, column} = this.lines[row]!
      lines.push(new Line(text, origin, number, column + left))
      if (text !== '') indent = Math.min(indent, leadingSpace(text))
    }
    const cut = indent > 0 && indent < right ? lines.map((line) => line.from(indent)) : lines
    return new Lines(cut, offset, true)
  }
}
