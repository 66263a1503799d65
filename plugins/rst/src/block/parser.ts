import type {DocumentState} from '../document.ts'
import type {InlineContext, InlineSource, InlineText} from '../inline/inline-text.ts'
import {parseInline} from '../inline/parse.ts'
import {Line, Lines} from '../text/line.ts'
import {isBlank} from '../text/whitespace.ts'
import {type Element, literalElement, type Node} from '../tree.ts'
import {blockQuote} from './block-quote.ts'
import type {BlockConstruct} from './construct.ts'
import type {BlockContext, Explicit} from './context.ts'
import {constructs, underAdornment, underText} from './index.ts'
import {readLiteralBlock} from './literal-block.ts'
import {parseShortParagraph} from './paragraph.ts'
import {Scope} from './scope.ts'
import {parseTransition} from './transition.ts'

/** What is done with the markup that extensions give a meaning to. */
export interface Extensions {
  runDirective(
    parser: BlockParser,
    scope: Scope,
    name: string,
    end: number,
    substitution?: string,
  ): Explicit
  interpret: InlineContext['interpret']
}

/** The constructs whose first line may begin with a character, by its code; the last for others. */
const byFirst: BlockConstruct[][] = Array.from({length: 129}, (_, code) =>
  constructs.filter(({starts}) => !starts || startsWith(starts, code)),
)

function startsWith(starts: string, code: number): boolean {
  if (code < 128) return starts.includes(String.fromCharCode(code))
  return [...starts].some((character) => character.charCodeAt(0) >= 128)
}

function constructsFor(text: string): readonly BlockConstruct[] {
  return byFirst[Math.min(text.charCodeAt(0), 128)]!
}

/**
 * Parses the lines of one document. It holds what its scopes share, and is the context that
 * constructs ask for everything beyond their own lines.
 */
export class BlockParser implements BlockContext, InlineContext {
  readonly document: DocumentState
  readonly titleStyles: string[] = []
  /** How deep scopes may stand in one another. */
  private readonly deepest: number
  private readonly extensions: Extensions
  private root: Scope | undefined
  private rootLines: readonly Line[] = []
  /** Lines put into the document, each at an index over all those put in before. */
  private readonly splices: {index: number; lines: readonly Line[]}[] = []

  constructor(document: DocumentState, extensions: Extensions, deepest: number) {
    this.document = document
    this.extensions = extensions
    this.deepest = deepest
  }

  /** Parses a document's lines into its root element. */
  parse(lines: readonly Line[], root: Element): void {
    const {reporter} = this.document
    const before = reporter.position
    this.rootLines = lines
    this.root = new Scope(this, new Lines(lines, 0), root)
    reporter.position = this
    this.run(this.root)
    reporter.position = before
  }

  parseBlocks(outer: Scope, lines: Lines, parent: Element, titles: boolean): void {
    if (outer.depth >= this.deepest) {
      this.giveUp(lines, parent)
      return
    }
    const scope = new Scope(this, lines, parent, outer, titles)
    this.run(scope)
    if (!lines.apart && scope.inserted > 0) outer.grow(scope.inserted)
  }

  /** Lines nested too deeply stay as they are. */
  private giveUp(lines: Lines, parent: Element): void {
    const text = literalElement('literal_block', lines.toString(), lines.lines[0])
    const spot = {line: lines.lines[0]}
    const limit = this.deepest
    parent.children.push(this.document.reporter.report('nesting', {limit}, spot), text)
  }

  private run(scope: Scope): void {
    while (scope.next()) {
      if (!isBlank(scope.text)) this.parseElement(scope)
    }
  }

  private parseElement(scope: Scope): void {
    const {text} = scope
    for (const construct of constructsFor(text)) {
      const marker = construct.recognise(text)
      if (marker < 0) continue
      if (!construct.parse(scope, marker)) this.parseText(scope)
      return
    }
    this.parseText(scope)
  }

  isText(scope: Scope): boolean {
    const {text} = scope
    return constructsFor(text).every((construct) => construct.recognise(text) < 0)
  }

  parseText(scope: Scope): void {
    if (!scope.next() || isBlank(scope.text)) parseShortParagraph(scope)
    else underText.some((second) => second.recognise(scope.text) && second.parse(scope))
  }

  parseAdornment(scope: Scope): void {
    const isTransition = !scope.next() || isBlank(scope.text)
    const taken = isTransition
      ? parseTransition(scope)
      : underAdornment.find((second) => second.recognise(scope.text))!.parse(scope)
    if (!taken) this.parseText(scope)
  }

  parseBlockQuote(scope: Scope): void {
    blockQuote.parse(scope, 0)
  }

  parseLiteral(scope: Scope): Node[] {
    return readLiteralBlock(scope)
  }

  parseInline(source: InlineSource): {nodes: Node[]; messages: Element[]} {
    return parseInline(this, source)
  }

  runDirective(scope: Scope, name: string, end: number, substitution?: string): Explicit {
    return this.extensions.runDirective(this, scope, name, end, substitution)
  }

  interpret(inline: InlineText, role: string, text: string, start: number, end: number): void {
    this.extensions.interpret(inline, role, text, start, end)
  }

  noteSplice(scope: Scope, index: number, lines: readonly Line[]): void {
    if (!scope.apart) this.splices.push({index, lines})
  }

  lineAt(number: number): Line | undefined {
    let index = number > 0 ? number - 1 : this.lineCount + number - 1
    for (let i = this.splices.length - 1; i >= 0; i--) {
      const {index: start, lines} = this.splices[i]!
      if (index >= start + lines.length) index -= lines.length
      else if (index >= start) return lines[index - start]
    }
    return this.rootLines[index] ?? this.lineBeyond(index, number)
  }

  /** How many lines the document has with all that was put in; numbers below 1 count from the end. */
  private get lineCount(): number {
    return this.splices.reduce((sum, {lines}) => sum + lines.length, this.rootLines.length)
  }

  /** Right behind the last line docutils counts on; further on it has but the number it was given. */
  private lineBeyond(index: number, number: number): Line | undefined {
    const last = this.rootLines[this.rootLines.length - 1]
    if (!last) return undefined
    const isNext = index === this.rootLines.length
    return new Line('', last.origin, isNext ? last.number + 1 : number)
  }

  currentLine(): Line | undefined {
    return this.root && this.lineAt(this.root.heldNumber)
  }
}
