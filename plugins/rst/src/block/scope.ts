import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {Line} from '../text/line.ts'
import {Lines} from '../text/line.ts'
import {isBlank, leadingSpace} from '../text/whitespace.ts'
import {appendAll, type Element, type Node} from '../tree.ts'
import type {BlockContext} from './context.ts'

/** An indented block that was taken from a scope. */
export interface Indented {
  block: Lines
  /** How many columns were cut off (not counting a first line that was cut by itself). */
  indent: number
  /** Whether a blank line or the end of the lines follows. */
  blankFinish: boolean
}

/** How an indented block is taken. */
export interface IndentedOptions {
  /** Columns to cut off the first line, which is the scope's own and need not be indented. */
  first?: number
  /** The indentation of the other lines, where it is known; a smaller one ends the block. */
  known?: number
  /** Whether the first blank line ends the block. */
  untilBlank?: boolean
  /** Leave the indentation of all lines but the first. */
  keepIndent?: boolean
  /** Leave blank lines at the start. */
  keepTop?: boolean
}

/** Lines that wait for an included file to be read to its end. */
interface Suspended {
  lines: readonly Line[]
  next: number
}

/**
 * A run of lines being parsed into an element: the cursor of block parsing. The document is one
 * scope, and so is the content of each list item, block quote, table cell or directive.
 *
 * Line indices are docutils': `offset` is the index in the document, over all includes spliced in
 * so far, of the scope's first line. Constructs leave the cursor on their last line.
 */
export class Scope {
  readonly context: BlockContext
  lines: readonly Line[]
  /** Index of the current line; -1 before the first. */
  at = -1
  offset: number
  /** The element to which nodes are added: changes with each section. */
  parent: Element
  /** Sections open in this scope, outermost first. */
  sections: Element[] = []
  /** Whether section titles may stand here. */
  readonly titles: boolean
  /** Section levels around this scope that are not in `sections`. */
  readonly levelOffset: number
  /** The lines do not run parallel to the document's (see `Lines.apart`). */
  readonly apart: boolean
  readonly depth: number
  /** The element at the bottom: where nodes go outside of all sections. */
  readonly root: Element
  /** How many lines includes have added to this scope. */
  inserted = 0
  /** docutils' position while the further items of a list are parsed: before the second one. */
  private held: number | undefined
  private suspended: Suspended[] = []

  constructor(
    context: BlockContext,
    lines: Lines,
    parent: Element,
    outer?: Scope,
    titles = outer === undefined,
  ) {
    this.context = context
    this.lines = lines.lines
    this.offset = lines.offset
    this.apart = lines.apart || (outer?.apart ?? false)
    this.parent = parent
    this.root = parent
    this.titles = titles
    this.levelOffset = titles && outer ? outer.sections.length + outer.levelOffset : 0
    this.depth = outer ? outer.depth + 1 : 0
  }

  /** The current line's text. */
  get text(): string {
    return this.lines[this.at]!.text
  }

  get line(): Line {
    return this.lines[this.at]!
  }

  /** The current line's number as docutils counts, from 1. */
  get number(): number {
    return this.offset + this.at + 1
  }

  /** Moves to the next line; false at the end, with the cursor behind the last line. */
  next(): boolean {
    this.at++
    while (this.at >= this.lines.length) {
      const outer = this.suspended.pop()
      if (!outer) return false
      const index = this.offset + this.at
      this.lines = outer.lines
      this.at = outer.next
      this.offset = index - this.at
    }
    return true
  }

  back(count = 1): void {
    this.at -= count
  }

  /** The text of the line after the current one; undefined at the end. */
  get following(): string | undefined {
    return this.lines[this.at + 1]?.text
  }

  get isNextBlank(): boolean {
    const text = this.following
    return text === undefined || isBlank(text)
  }

  /** Whether the current line is the last. */
  get isLast(): boolean {
    return this.at >= this.lines.length - 1
  }

  /** Puts an included file's lines between the current line and the next. */
  insert(lines: readonly Line[]): void {
    this.context.noteSplice(this, this.offset + this.at + 1, lines)
    this.suspended.push({lines: this.lines, next: this.at + 1})
    this.offset += this.at + 1
    this.lines = lines
    this.at = -1
    this.inserted += lines.length
  }

  /** Joins what is left of the including files to the current lines, for a look at all of them. */
  joinSuspended(): void {
    for (let outer = this.suspended.pop(); outer; outer = this.suspended.pop()) {
      this.lines = [...this.lines, ...outer.lines.slice(outer.next)]
    }
  }

  get isSuspending(): boolean {
    return this.suspended.length > 0
  }

  /** Accounts for lines that were inserted in a scope inside this one. */
  grow(count: number): void {
    this.offset += count
    this.inserted += count
  }

  /**
   * Leaves docutils' own position where it is, while the further items of a list are parsed, until
   * it is released. Says whether it was free: who holds it first releases it.
   */
  hold(): boolean {
    if (this.held !== undefined) return false
    this.held = this.number
    return true
  }

  release(): void {
    this.held = undefined
  }

  /** The number of docutils' current line, for messages that do not name another. */
  get heldNumber(): number {
    return this.held ?? this.number
  }

  /** Takes a contiguous block of text from the current line on, up to a blank line. */
  textBlock(): Lines {
    const start = this.at
    let end = start
    while (end < this.lines.length && !isBlank(this.lines[end]!.text)) end++
    this.at = end - 1
    return this.slice(start, end)
  }

  /**
   * Takes a contiguous block of text without indentation. `broken` says that an indented line
   * ended it; the cursor is on the line before that one.
   */
  flushBlock(): {block: Lines; broken: boolean} {
    const start = this.at
    let end = start
    let broken = false
    for (; end < this.lines.length; end++) {
      const {text} = this.lines[end]!
      if (isBlank(text)) break
      broken = text.charCodeAt(0) === 0x20
      if (broken) break
    }
    this.at = end - 1
    return {block: this.slice(start, end), broken}
  }

  slice(start: number, end = this.lines.length): Lines {
    return new Lines(this.lines.slice(start, end), this.offset + start)
  }

  /** Takes an indented block from the current line on; the cursor moves to its last line. */
  indented(options: IndentedOptions = {}): Indented {
    const start = this.at
    const first = options.first ?? options.known
    const {end, least, blankFinish} = this.extent(start, options)
    const indent = options.keepIndent ? 0 : least
    const skip = options.keepTop ? start : this.textStart(start, end, first)
    const lines: Line[] = new Array<Line>(end - skip)
    for (let i = skip; i < end; i++) {
      const line = this.lines[i]!
      const cut = i === start && first !== undefined ? first : indent
      lines[i - skip] = cut > 0 ? line.from(cut) : line
    }
    if (end > start) this.at = end - 1
    return {block: new Lines(lines, this.offset + skip), indent: least, blankFinish}
  }

  /** The first line of a block that is not blank; of its first line `cut` columns do not count. */
  private textStart(start: number, end: number, cut = 0): number {
    if (start === end || !isBlank(this.lines[start]!.text.slice(cut))) return start
    let at = start + 1
    while (at < end && isBlank(this.lines[at]!.text)) at++
    return at
  }

  /** The end of an indented block, the least indentation in it, and how it ended. */
  private extent(
    start: number,
    {first, known, untilBlank}: IndentedOptions,
  ): {end: number; least: number; blankFinish: boolean} {
    const {lines} = this
    let least = known ?? -1
    let end = first === undefined && known === undefined ? start : start + 1
    let blankFinish = true
    for (; end < lines.length; end++) {
      const {text} = lines[end]!
      const lead = leadingSpace(text)
      if (lead === text.length) {
        if (untilBlank) break
        continue
      }
      if (text.charCodeAt(0) !== 0x20 || (known !== undefined && lead < known)) {
        blankFinish = end > start && isBlank(lines[end - 1]!.text)
        break
      }
      if (known === undefined && (least < 0 || lead < least)) least = lead
    }
    return {end, least: Math.max(least, 0), blankFinish}
  }

  /** Parses lines into an element, as a scope inside this one. */
  parseInto(parent: Element, lines: Lines, titles = false): void {
    this.context.parseBlocks(this, lines, parent, titles)
  }

  /** Parses the inline markup of a block's text; `lines` are those it was joined from. */
  inline(
    text: string,
    lines: readonly Line[],
    number: number,
  ): {nodes: Node[]; messages: Element[]} {
    const reported = this.apart ? this.context.lineAt(number) : this.lines[number - this.offset - 1]
    return this.context.parseInline({text, lines, reported, parent: this.parent})
  }

  add(node: Node): void {
    this.parent.children.push(node)
  }

  addAll(nodes: readonly Node[]): void {
    appendAll(this.parent.children, nodes)
  }

  /** A message about the line at `index` (the current one by default). */
  report<Id extends RuleId>(
    rule: Id,
    values: ValuesOf<Id>,
    index = this.at,
    children: Node[] = [],
  ): Element {
    const line = this.lines[index]
    const reported = line && !this.apart ? line : this.context.lineAt(this.offset + index + 1)
    const {reporter} = this.context.document
    return reporter.report(rule, values, {line: line ?? reported, reported}, children)
  }

  /** A message about a line by its own number, where docutils does not count over the document. */
  reportOwn<Id extends RuleId>(
    rule: Id,
    values: ValuesOf<Id>,
    index: number,
    children: Node[] = [],
  ): Element {
    return this.context.document.reporter.report(rule, values, {line: this.lines[index]}, children)
  }

  /** Warns that an element ends without a blank line after it. */
  warnUnindent(name: string, blankFinish: boolean): void {
    if (!blankFinish) this.add(this.report('unindent', {name}, this.at + 1))
  }
}
