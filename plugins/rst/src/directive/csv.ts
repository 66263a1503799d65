/** How a table of separated values is written. */
export interface Dialect {
  delimiter: string
  quote: string
  /** A character before one that is to be taken as it is; without it, quotes are doubled. */
  escape?: string | undefined
  /** Whether spaces after a delimiter are left out. */
  skipSpace: boolean
}

/** A value, and the index of the line on which it starts. */
export interface Cell {
  text: string
  line: number
}

/** What is wrong with the data, in the words of Python's `csv` module. */
export class CsvError {
  readonly problem: string

  constructor(problem: string) {
    this.problem = problem
  }
}

/** Splits lines into rows of values as Python's `csv.reader` does in its strict mode. */
export function parseCsv(lines: readonly string[], dialect: Dialect): Cell[][] | CsvError {
  const reader = new CsvReader(lines, dialect)
  const rows: Cell[][] = []
  while (!reader.atEnd) {
    const row = reader.row()
    if (row instanceof CsvError) return row
    rows.push(row)
  }
  return rows
}

const unexpectedEnd = new CsvError('unexpected end of data')

class CsvReader {
  private readonly lines: readonly string[]
  private readonly dialect: Dialect
  private line = 0
  private at = 0

  constructor(lines: readonly string[], dialect: Dialect) {
    this.lines = lines
    this.dialect = dialect
  }

  get atEnd(): boolean {
    return this.line >= this.lines.length
  }

  /** The next row; an empty line is a row without values. */
  row(): Cell[] | CsvError {
    const cells: Cell[] = []
    while (this.text !== '') {
      const cell = this.cell()
      if (cell instanceof CsvError) return cell
      cells.push(cell)
      if (this.atLineEnd) break
      this.at++
    }
    this.nextLine()
    return cells
  }

  private get text(): string {
    return this.lines[this.line] ?? ''
  }

  private get atLineEnd(): boolean {
    return this.at >= this.text.length
  }

  private nextLine(): void {
    this.line++
    this.at = 0
  }

  /** The value at the current place; afterwards a delimiter or the end of the line is there. */
  private cell(): Cell | CsvError {
    if (this.dialect.skipSpace) while (this.text[this.at] === ' ') this.at++
    const line = this.line
    const text = this.text[this.at] === this.dialect.quote ? this.quoted() : this.plain()
    return text instanceof CsvError ? text : {text, line}
  }

  private plain(): string | CsvError {
    let value = ''
    while (!this.atLineEnd && this.text[this.at] !== this.dialect.delimiter) {
      const character = this.text[this.at++]!
      const part = character === this.dialect.escape ? this.escaped() : character
      if (part instanceof CsvError) return part
      value += part
    }
    return value
  }

  /** A value in quotes; where quotes are escaped rather than doubled, more may follow it. */
  private quoted(): string | CsvError {
    const {delimiter, quote, escape} = this.dialect
    this.at++
    const inside = this.insideQuotes()
    if (inside instanceof CsvError) return inside
    if (escape !== undefined) {
      const rest = this.plain()
      return rest instanceof CsvError ? rest : inside + rest
    }
    if (this.atLineEnd || this.text[this.at] === delimiter) return inside
    return new CsvError(`'${delimiter}' expected after '${quote}'`)
  }

  private insideQuotes(): string | CsvError {
    const {quote, escape} = this.dialect
    let value = ''
    for (;;) {
      const character = this.atLineEnd ? this.lineBreak() : this.text[this.at++]!
      if (character instanceof CsvError) return character
      if (character === quote) {
        if (escape !== undefined || this.text[this.at] !== quote) return value
        this.at++
      }
      const part = character === escape ? this.escaped() : character
      if (part instanceof CsvError) return part
      value += part
    }
  }

  /** The character after an escape, which may be the line break. */
  private escaped(): string | CsvError {
    return this.atLineEnd ? this.lineBreak() : this.text[this.at++]!
  }

  private lineBreak(): string | CsvError {
    this.nextLine()
    return this.atEnd ? unexpectedEnd : '\n'
  }
}
