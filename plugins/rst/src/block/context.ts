import type {DocumentState} from '../document.ts'
import type {InlineSource} from '../inline/inline-text.ts'
import type {Line, Lines} from '../text/line.ts'
import type {Element, Node} from '../tree.ts'
import type {Scope} from './scope.ts'

/** What block constructs ask of the parser around them. */
export interface BlockContext {
  readonly document: DocumentState
  /** Adornments of section titles, by level: one character, or two with an overline. */
  readonly titleStyles: string[]

  /** Parses body elements into `parent`. */
  parseBlocks(outer: Scope, lines: Lines, parent: Element, titles: boolean): void
  parseInline(source: InlineSource): {nodes: Node[]; messages: Element[]}
  /** Parses the current line as text, whatever else it looks like. */
  parseText(scope: Scope): void
  /** Whether the current line looks like text and nothing else. */
  isText(scope: Scope): boolean
  /** Parses what the line after an adornment makes of it: a title, a transition or an error. */
  parseAdornment(scope: Scope): void
  /** Parses the indented text that begins on the current line. */
  parseBlockQuote(scope: Scope): void
  /** Parses the literal block that `::` announced, indented or quoted. */
  parseLiteral(scope: Scope): Node[]
  /** Runs the directive whose marker ends at `end` of the current line. */
  runDirective(scope: Scope, name: string, end: number, substitution?: string): Explicit

  /** The line with a number as docutils counts: over the document with all includes spliced in. */
  lineAt(number: number): Line | undefined
  /** The line docutils is at in the document, for messages that do not name one. */
  currentLine(): Line | undefined
  noteSplice(scope: Scope, index: number, lines: readonly Line[]): void
}

/** What an explicit markup block became. */
export interface Explicit {
  nodes: Node[]
  /** Whether a blank line or the end of the lines follows. */
  blankFinish: boolean
}
