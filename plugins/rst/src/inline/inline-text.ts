import type {DocumentState} from '../document.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {Line} from '../text/line.ts'
import {escapeToNull, restoreBackslashes, unescape} from '../text/escape.ts'
import {isSpace} from '../text/whitespace.ts'
import {addTo, appendAll, Element, type Node, Text} from '../tree.ts'
import {followsEnd, precedesStart} from './characters.ts'
import {isPair} from './punctuation.ts'

/** What inline parsing asks of the parser around it. */
export interface InlineContext {
  readonly document: DocumentState
  /** Runs the role of interpreted text that reaches from `start` to `end`. */
  interpret(inline: InlineText, role: string, text: string, start: number, end: number): void
}

/** The text of a block, and where it stands. */
export interface InlineSource {
  /** The text as written. */
  text: string
  /** The lines that `text` was joined from, each cut so that it begins where it does there. */
  lines: readonly Line[]
  /** The line that docutils names in messages about this text. */
  reported: Line | undefined
  /** The element that takes messages about duplicate names. */
  parent: Element
}

/** Part of a text that is markup without start-strings. */
export interface ImplicitMatch {
  start: number
  end: number
}

/** Markup that is recognised by its form alone, in text in which nothing else was found. */
export interface Implicit {
  readonly name: string
  readonly find: (inline: InlineText, start: number, end: number) => ImplicitMatch | undefined
  readonly node: (inline: InlineText, match: ImplicitMatch) => Element
}

/** The characters by which addresses are noticed. */
const signs = /[:@]/g

/**
 * A text being parsed: the source, how far it has been read, and the nodes made of it so far.
 * `text` is the source with NULs for backslashes; indices hold for both.
 */
export class InlineText {
  readonly context: InlineContext
  readonly source: string
  readonly text: string
  readonly parent: Element
  readonly reported: Line | undefined
  readonly nodes: Node[] = []
  readonly messages: Element[] = []
  /** A start-string at this index needs no character before it. */
  base = 0
  /** Markup may start and end anywhere. */
  readonly anywhere: boolean
  /** Where the text that is in no node yet begins. */
  private pending = 0
  private readonly lines: readonly Line[]
  /** The line that `lineStart` belongs to, for `place`. */
  private lineIndex = 0
  private lineStart = 0
  /** The next colon or at sign, as far as one has been looked for. */
  private sign = -1
  /** Per end-string: an index after which there is none. */
  private exhausted: Map<string, number> | undefined
  private readonly implicit: readonly Implicit[]

  constructor(context: InlineContext, source: InlineSource, implicit: readonly Implicit[]) {
    this.context = context
    this.source = source.text
    this.text = escapeToNull(source.text)
    this.lines = source.lines
    this.parent = source.parent
    this.reported = source.reported
    this.anywhere = context.document.settings.character_level_inline_markup
    this.implicit = implicit
  }

  /** Whether inline markup may start at an index: at the start of the text, or by what is before. */
  mayStart(at: number, base = this.base): boolean {
    if (at === base) return true
    const code = this.text.charCodeAt(at - 1)
    if (this.anywhere) return code !== 0
    if ((code & 0xfc00) === 0xdc00) return precedesStart(this.text.codePointAt(at - 2) ?? 0)
    return precedesStart(code)
  }

  /** Whether inline markup may end before an index, by what stands there. */
  mayEnd(at: number): boolean {
    if (this.anywhere || at >= this.text.length) return true
    const code = this.text.charCodeAt(at)
    return followsEnd((code & 0xfc00) === 0xd800 ? this.text.codePointAt(at)! : code)
  }

  /** The first colon or at sign from an index on; the text's length if there is none. */
  nextSign(from: number): number {
    if (this.sign < from) {
      signs.lastIndex = from
      this.sign = signs.test(this.text) ? signs.lastIndex - 1 : this.text.length
    }
    return this.sign
  }

  isSpaceAt(at: number): boolean {
    return at < this.text.length && isSpace(this.text.charCodeAt(at))
  }

  /**
   * Whether the start-string from `start` to `end` is quoted, that is, stands between matching
   * brackets or quotes, or is the end of the text; then it starts nothing.
   */
  isQuoted(start: number, end: number): boolean {
    if (start === this.base) return false
    if (end >= this.text.length) return true
    return isPair(characterBefore(this.text, start), characterAt(this.text, end))
  }

  /** Reads on after `end` without having found anything. */
  skip(end: number): number {
    this.base = end
    return end
  }

  /** Ends the text before `start`, adds a node and reads on after `end`. */
  emit(start: number, end: number, node: Node): number {
    this.flush(start)
    this.nodes.push(node)
    return this.continueAfter(end)
  }

  /** As `emit`, with any number of nodes. */
  emitAll(start: number, end: number, nodes: readonly Node[]): number {
    this.flush(start)
    appendAll(this.nodes, nodes)
    return this.continueAfter(end)
  }

  private continueAfter(end: number): number {
    this.pending = end
    this.base = end
    return end
  }

  /** Makes nodes of the text that is in none yet, up to `end`. */
  flush(end: number): void {
    if (end > this.pending) this.addImplicit(this.pending, end)
    this.pending = end
  }

  /** Adds text, with the implicit markup that is in it. */
  private addImplicit(start: number, end: number): void {
    let from = start
    for (let next = this.nextImplicit(from, end); next; next = this.nextImplicit(from, end)) {
      const {kind, match} = next
      if (match.start > from) this.addImplicit(from, match.start)
      this.nodes.push(kind.node(this, match))
      from = match.end
      if (from === end) return
    }
    this.nodes.push(textNode(this.text.slice(from, end)))
  }

  private nextImplicit(
    start: number,
    end: number,
  ): {kind: Implicit; match: ImplicitMatch} | undefined {
    for (const kind of this.implicit) {
      const match = kind.find(this, start, end)
      if (match) return {kind, match}
    }
    return undefined
  }

  /** An element that stands for the source from `start` to `end`. */
  element(type: string, start: number, end: number, text?: string): Element {
    const element = new Element(type, {}, text === undefined ? [] : [textNode(text)])
    this.place(element, start, end)
    return element
  }

  private place(element: Element, start: number, end: number): void {
    element.raw = this.source.slice(start, end)
    element.line = this.lineOf(start)
    element.column = start - this.lineStart
  }

  /** The line on which an index lies; `lineStart` becomes the index at which it begins. */
  lineOf(index: number): Line {
    const {lines} = this
    if (index < this.lineStart) this.lineIndex = this.lineStart = 0
    let line = lines[this.lineIndex]!
    while (index > this.lineStart + line.text.length && this.lineIndex + 1 < lines.length) {
      this.lineStart += line.text.length + 1
      line = lines[++this.lineIndex]!
    }
    return line
  }

  /** A message about the source from `start` to `end`. */
  report<Id extends RuleId>(
    rule: Id,
    values: ValuesOf<Id>,
    start: number,
    end: number,
    reported = this.reported,
  ): Element {
    const spot = new Element('')
    this.place(spot, start, end)
    return this.context.document.reporter.report(rule, values, {
      line: spot.line,
      column: spot.column,
      length: end - start,
      reported,
    })
  }

  /** Source that could not be parsed, tied to the message that says why. */
  problematic(message: Element, start: number, end: number): Element {
    const {document} = this.context
    const text = restoreBackslashes(this.text.slice(start, end))
    const problematic = this.element('problematic', start, end, text)
    problematic.attributes.refid = document.setId(message, this.parent)
    addTo(message, 'backrefs', document.setId(problematic))
    return problematic
  }

  /** Reports markup without an end: its start-string is problematic, reading goes on after it. */
  unclosed(kind: string, start: number, end: number): number {
    const message = this.report('inline-end', {kind}, start, end)
    const problematic = this.problematic(message, start, end)
    this.messages.push(message)
    return this.emit(start, end, problematic)
  }

  /**
   * The index of an end-string after `from`, or -1; `from` itself is no place for it, markup has
   * at least one character. `allowed` judges what stands before, `ends` the end-string itself.
   * A failed search is remembered: none of the later ones looks through the text again.
   */
  findEnd(end: EndString, from: number): number {
    if (this.exhausted && from >= (this.exhausted.get(end.kind) ?? Infinity)) return -1
    for (
      let at = this.text.indexOf(end.mark, from);
      at >= 0;
      at = this.text.indexOf(end.mark, at + 1)
    ) {
      if (at > from && !end.mayFollow(this.text, at)) continue
      if (end.lengthAt(this, at) < 0) continue
      return at === from ? -1 : at
    }
    this.exhausted ??= new Map()
    this.exhausted.set(end.kind, from)
    return -1
  }
}

/** How a construct ends. */
export interface EndString {
  /** What tells it from other end-strings. */
  readonly kind: string
  /** The characters it begins with. */
  readonly mark: string
  /** Whether what stands before index `at` may stand before the end-string. */
  readonly mayFollow: (text: string, at: number) => boolean
  /** The length of the end-string at an index, or -1 if there is none that may end markup. */
  readonly lengthAt: (inline: InlineText, at: number) => number
}

/** Not after white space, nor after a backslash. */
export function afterText(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return code !== 0 && !isSpace(code)
}

/** An end-string of fixed characters. */
export function endString(mark: string, mayFollow = afterText): EndString {
  const lengthAt = (inline: InlineText, at: number): number =>
    inline.mayEnd(at + mark.length) ? mark.length : -1
  return {kind: mark, mark, mayFollow, lengthAt}
}

export function textNode(text: string): Text {
  if (text.indexOf('\0') < 0) return new Text(text)
  return new Text(unescape(text), text)
}

function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1)
  return (code & 0xfc00) === 0xdc00 ? text.slice(at - 2, at) : text[at - 1]!
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!)
}
