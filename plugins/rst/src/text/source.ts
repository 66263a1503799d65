import {Line, Origin} from './line.ts'
import {trimmedLength} from './whitespace.ts'

/** A file's text, split once per build however often it is included. */
export class Source {
  /** How the file is named in messages: relative to the root of the build, with `/`. */
  readonly path: string
  readonly text: string
  private split: readonly string[] | undefined
  private paddings: {before: Origin; after: Origin} | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
    this.split = undefined
    this.paddings = undefined
  }

  /** Where the lines come from with which docutils keeps an included file apart from others. */
  get padding(): {before: Origin; after: Origin} {
    this.paddings ??= {before: this.paddingOf('before'), after: this.paddingOf('after')}
    return this.paddings
  }

  private paddingOf(where: string): Origin {
    return new Origin(new Source(`internal padding ${where} ${this.path}`, ''))
  }

  /** The file's lines: tabs expanded to eight columns, without trailing white space. */
  get lines(): readonly string[] {
    this.split ??= splitLines(this.text)
    return this.split
  }
}

/** Lines of text as `Line`s of one reading; `first` is the number of the first of them. */
export function toLines(texts: readonly string[], origin: Origin, first = 1): Line[] {
  const lines = new Array<Line>(texts.length)
  for (let i = 0; i < texts.length; i++) lines[i] = new Line(texts[i]!, origin, first + i)
  return lines
}

/**
 * Splits a text where docutils does (`\n`, `\r`, `\r\n`, and U+001C…E, U+0085, U+2028/9), expands
 * tabs, turns form feeds and vertical tabs into spaces and cuts off trailing white space.
 */
export function splitLines(text: string, tabWidth = 8): string[] {
  const lines = text.split('\n')
  const last = lines.pop()!
  const plain = !unusual.test(text)
  const result: string[] = []
  for (const line of lines) {
    if (plain) result.push(cleaned(line, tabWidth))
    else for (const part of splitUnusual(line)) result.push(cleaned(part, tabWidth))
  }
  const parts = splitUnusual(last)
  if (parts[parts.length - 1] === '') parts.pop()
  for (const part of parts) result.push(cleaned(part, tabWidth))
  return result
}

/** Characters that end a line as a newline does, or stand for a space. */
const unusual = /[\v\f\r\x1c-\x1e\x85\u2028\u2029]/ // eslint-disable-line no-control-regex
const breaks = /[\r\x1c-\x1e\x85\u2028\u2029]/ // eslint-disable-line no-control-regex

/** A line that ended at a newline; a carriage return right before that begins no other. */
function splitUnusual(line: string): string[] {
  return line
    .replace(/[\v\f]/g, ' ')
    .replace(/\r$/, '')
    .split(breaks)
}

function cleaned(line: string, tabWidth: number): string {
  const expanded = line.indexOf('\t') < 0 ? line : expandTabs(line, tabWidth)
  const end = trimmedLength(expanded)
  return end === expanded.length ? expanded : expanded.slice(0, end)
}

/** Each tab becomes spaces up to the next multiple of `width`; a newline starts a new count. */
export function expandTabs(text: string, width = 8): string {
  let result = ''
  let column = 0
  for (const character of text) {
    if (character === '\t') {
      const gap = width > 0 ? width - (column % width) : 0
      result += ' '.repeat(gap)
      column += gap
    } else {
      result += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    }
  }
  return result
}
