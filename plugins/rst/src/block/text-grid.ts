import {Line, Lines} from '../text/line.ts'
import {isBlank, leadingSpace, trimEnd} from '../text/whitespace.ts'
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

  /** The character in a column; NUL behind a wide one, undefined behind the line's end. */
  at(row: number, column: number): string | undefined {
    return this.rows[row]![column]
  }

  /** The text of a row between two columns, with a NUL behind each wide character. */
  text(row: number, left: number, right?: number): string {
    const columns = this.rows[row]!.slice(left, right)
    return typeof columns === 'string' ? columns : columns.join('')
  }

  /** The column behind the last one that is not white space. */
  textEnd(row: number): number {
    const columns = this.rows[row]!
    let end = columns.length
    while (end > 0 && isBlank(columns[end - 1]!)) end--
    return end
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
      const text = trimEnd(this.text(row, left, right)).replaceAll('\0', '')
      const {origin, number, column} = this.lines[row]!
      lines.push(new Line(text, origin, number, column + left))
      if (text !== '') indent = Math.min(indent, leadingSpace(text))
    }
    const cut = indent > 0 && indent < right ? lines.map((line) => line.from(indent)) : lines
    return new Lines(cut, offset, true)
  }
}
