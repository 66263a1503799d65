import type {Source} from './source.ts'

/** How a file, or a part of it, came to be read. */
export interface Reading {
  /** The line of the directive that included it; none for the document itself. */
  line?: Line | undefined
  /** Which part of it was taken (the directive's clip options), to tell circles from repeats. */
  part?: string
  /** How many lines were cut off before the part; docutils numbers the part's lines from 1. */
  skipped?: number
  /** Whether the part is parsed as a document of its own. */
  apart?: boolean
}

/**
 * One reading of a file: the document itself or one execution of an `include`. A file that is
 * included twice has one `Source` and two origins.
 */
export class Origin {
  readonly source: Source
  readonly includedFrom: Line | undefined
  readonly part: string
  readonly skipped: number
  readonly apart: boolean
  /** How many includes deep. */
  readonly depth: number

  constructor(source: Source, reading: Reading = {}) {
    this.source = source
    this.includedFrom = reading.line
    this.part = reading.part ?? ''
    this.skipped = reading.skipped ?? 0
    this.apart = reading.apart ?? false
    this.depth = reading.line ? reading.line.origin.depth + 1 : 0
  }

  /** The same reading of lines that are numbered from the one after `skipped`. */
  renumbered(skipped: number): Origin {
    const {source, includedFrom: line, part, apart} = this
    return new Origin(source, {line, part, skipped, apart})
  }
}

/**
 * A piece of one line of a file. Cutting indentation off makes a new `Line` of the same number
 * whose text is a slice, so that everything nested knows where it stands.
 */
export class Line {
  /** From the line's first wanted column to its end: tabs expanded, trailing white space gone. */
  readonly text: string
  readonly origin: Origin
  /** The line's number in its file, from 1. */
  readonly number: number
  /** How many characters of the file's line (after tab expansion) were cut off before `text`. */
  readonly column: number

  constructor(text: string, origin: Origin, number: number, column = 0) {
    this.text = text
    this.origin = origin
    this.number = number
    this.column = column
  }

  /** The line without its first `count` characters. */
  from(count: number): Line {
    return new Line(this.text.slice(count), this.origin, this.number, this.column + count)
  }

  get path(): string {
    return this.origin.source.path
  }
}

/**
 * Consecutive lines cut out of a document, with the index docutils would give the first of them.
 * `offset` counts from 0 over the document with all includes spliced in so far; docutils numbers
 * the lines in its messages by it. `apart` marks lines that no longer run parallel to the document
 * (a table's cell, a substitution's definition): messages about those are placed by `offset`.
 */
export class Lines {
  readonly lines: readonly Line[]
  readonly offset: number
  readonly apart: boolean

  constructor(lines: readonly Line[], offset: number, apart = false) {
    this.lines = lines
    this.offset = offset
    this.apart = apart
  }

  get length(): number {
    return this.lines.length
  }

  slice(start: number, end?: number): Lines {
    return new Lines(this.lines.slice(start, end), this.offset + start, this.apart)
  }

  /** The lines' text joined by newlines: for content that is kept as it is, never for parsing. */
  toString(): string {
    return this.lines.map((line) => line.text).join('\n')
  }
}
