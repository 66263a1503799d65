import type {FootnoteDefinition} from 'mdast'
import type {Node} from 'unist'
import type {VFileMessage} from 'vfile-message'
import type {Asset, HandbookOptions, TypstFile} from '../book.ts'
import {codePointName, substitute} from '../glyph/substitute.ts'
import {report} from '../message/report.ts'
import type {RuleName} from '../message/rules.ts'
import {labelOf} from '../target/labels.ts'
import type {PrintedPage, Resolve} from '../target/registry.ts'
import {asAny, idOf, type AnyNode} from '../tree/nodes.ts'
import {call, flowBlock, inlineBlock} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import type {Words} from '../words.ts'
import {handlers} from './index.ts'
import {keepOptions} from './text.ts'

/** What the pages of a book share while it is written. */
export interface Book {
  readonly options: HandbookOptions
  readonly words: Words
  readonly resolve: Resolve
  readonly runbooks: ReadonlyMap<string, PrintedPage>
  /** Titles of the pages, by the label of their start. */
  readonly titles: ReadonlyMap<string, string>
  readonly messages: VFileMessage[]
  /** Labels that stand in the source: each may stand there once only. */
  readonly labels: Set<string>
  /** Labels of the places each index entry points at, by the entry's path of terms. */
  readonly index: Map<string, string[]>
  /** Lines of code as they are copied; the source names them by their place here. */
  readonly copies: string[]
  /** Pictures by the file they come from. */
  readonly assets: Map<string, Extract<TypstFile, {file: string}>>
}

/** Where in a page something is written. */
export interface Scope {
  /** In a heading: no footnotes, which would be repeated in the contents. */
  readonly heading: boolean
  /** In a column much narrower than the page. */
  readonly narrow: boolean
  /** In an item that is not spaced: its one paragraph is a line of words. */
  readonly tight: boolean
  /** In a block of code: white space is kept, and nothing is added to its words. */
  readonly literal: boolean
  /** In a table: the addresses its links lead to, which are listed below it. */
  readonly tableNotes?: string[]
}

/** What a page keeps while it is written. */
interface PageState {
  /** Level of the heading before, for levels that are skipped. */
  level: number
  /** Whether the title was written: the first heading of depth one is. */
  titled: boolean
  /** Label of the heading before, the page's own at first. */
  place: string
  /** Addresses of the links in the heading that is being written. */
  readonly addresses: string[]
  readonly footnotes: Map<string, FootnoteDefinition>
  /** Identifiers of the footnotes that somebody refers to. */
  readonly references: Set<string>
  readonly definitions: Map<string, AnyNode>
}

/** Writes nodes of a page as Typst code. Every handler is given one. */
export class Writer {
  readonly book: Book
  readonly page: PrintedPage
  readonly scope: Scope
  readonly state: PageState
  readonly #instead: ReadonlyMap<Node, string>

  constructor(
    book: Book,
    page: PrintedPage,
    scope: Scope,
    state: PageState,
    instead: ReadonlyMap<Node, string> = new Map(),
  ) {
    this.book = book
    this.page = page
    this.scope = scope
    this.state = state
    this.#instead = instead
  }

  /** The same writer with some nodes written already. */
  with(instead: ReadonlyMap<Node, string>): Writer {
    return new Writer(this.book, this.page, this.scope, this.state, instead)
  }

  /** The same writer for what stands inside something. */
  inside(scope: Partial<Scope>): Writer {
    return new Writer(this.book, this.page, {...this.scope, ...scope}, this.state, this.#instead)
  }

  /** Blocks as the statements of a code block. */
  flow(nodes: readonly Node[]): string {
    return flowBlock(this.statements(nodes))
  }

  /** Blocks, a statement each; what leaves nothing is left out. */
  statements(nodes: readonly Node[]): string[] {
    return nodes.flatMap((node) => this.node(node) || [])
  }

  /** Words in a line as one expression. */
  phrasing(nodes: readonly Node[]): string {
    return inlineBlock(nodes.flatMap((node) => this.node(node) || []))
  }

  /** A node, and before it the anchor of its id. Empty if it leaves nothing. */
  node(node: Node): string {
    const written = this.#instead.get(node) ?? this.#write(node)
    const id = node.type === 'heading' ? undefined : idOf(node)
    const anchor = id ? this.anchor(id) : ''
    if (!anchor || !written) return anchor || written
    return inlineBlock([anchor, written])
  }

  #write(node: Node): string {
    const handler = handlers[node.type] ?? handlers['unknown']!
    return handler(node as never, this)
  }

  /** The label of an id of this page, the first time; later ones are not written again. */
  claim(id: string): string | undefined {
    const label = labelOf(this.page.path, id)
    if (this.book.labels.has(label)) return undefined
    this.book.labels.add(label)
    return label
  }

  /**
   * A place without words that links lead to. Empty if it is there already, and in a heading, whose
   * words are repeated in the contents: there, links lead to the heading.
   */
  anchor(id: string): string {
    const label = this.scope.heading ? undefined : this.claim(id)
    return label === undefined ? '' : call('anchor', [label])
  }

  /** An author's words as an inline expression; options such as `--force` stay whole. */
  text(text: string, node?: Node): string {
    return inlineBlock(
      keepOptions(this.printable(text.replace(/[ \t\r\n\u2028\u2029]+/g, ' '), node)),
    )
  }

  /** An author's characters as a string literal. */
  string(text: string, node?: Node): string {
    return literal(this.printable(text, node))
  }

  /** The text with every character replaced that cannot be printed. */
  printable(text: string, node?: Node): string {
    const {covers} = this.book.options
    if (!covers) return text
    const {text: printable, missing} = substitute(text, covers)
    for (const character of missing) {
      const reason = `Unexpected character ${codePointName(character)}, expected one that a font of the handbook has`
      this.report('missingGlyph', reason, node)
    }
    return printable
  }

  report(rule: RuleName, reason: string, node?: Node, note?: string): void {
    this.book.messages.push(report(rule, reason, this.page.path, node, note))
  }

  /** The path a picture has for the compiler. */
  assetPath(asset: Asset): string {
    const known = this.book.assets.get(asset.file)
    if (known) return known.path
    const ending = /\.[a-z\d]+$/i.exec(asset.file)?.[0].toLowerCase() ?? ''
    const path = `/assets/${this.book.assets.size + 1}${ending}`
    this.book.assets.set(asset.file, {path, file: asset.file})
    return path
  }
}

/** Makes the writer of a page. */
export function pageWriter(book: Book, page: PrintedPage): Writer {
  const state: PageState = {
    level: 0,
    titled: false,
    place: labelOf(page.path),
    addresses: [],
    footnotes: new Map(),
    references: new Set(),
    definitions: new Map(),
  }
  const visit = (node: AnyNode, parent?: AnyNode) => {
    const {identifier} = node as unknown as {identifier?: string}
    if (node.type === 'footnoteDefinition' && identifier)
      state.footnotes.set(identifier, node as unknown as FootnoteDefinition)
    if (node.type === 'footnoteReference' && identifier && parent?.type !== 'heading')
      state.references.add(identifier)
    if (node.type === 'definition' && identifier) state.definitions.set(identifier, node)
    node.children?.forEach((child) => visit(child, node))
  }
  visit(asAny(page.root))
  return new Writer(
    book,
    page,
    {heading: false, narrow: false, tight: false, literal: false},
    state,
  )
}
