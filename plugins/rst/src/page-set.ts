import type {Root} from 'mdast'
import type {DocumentState} from './document.ts'
import type {Load, ParseOptions} from './options.ts'
import {parse} from './parse.ts'
import {readTitle} from './read-title.ts'
import type {PageFacts} from './resolve/pages/facts.ts'
import {PageIndex} from './resolve/pages/page-index.ts'
import {asksAllPages, linkPage, preparePage} from './resolve/resolve.ts'
import {toMdast} from './to-mdast/index.ts'
import {sphinxSettings} from './settings.ts'
import type {ToMdastOptions} from './to-mdast/spec.ts'

export interface PageSetOptions extends ParseOptions, ToMdastOptions {
  load: Load
}

/** A page with its references to others resolved. */
export interface ResolvedPage {
  path: string
  document: DocumentState
  tree: Root
}

/** A page of which all is known that needs no other page. */
interface Prepared {
  document: DocumentState
  facts: PageFacts
}

/**
 * Pages that refer to each other, read from their files. Little is kept of a page that was handed
 * on: its facts, and what it read.
 */
export class PageSet {
  readonly index: PageIndex
  private readonly paths: ReadonlySet<string>
  private readonly options: PageSetOptions
  private readonly prepared = new Map<string, Prepared>()
  private readonly dependencies = new Map<string, ReadonlySet<string>>()

  constructor(paths: Iterable<string>, options: PageSetOptions) {
    this.paths = new Set(paths)
    this.options = options
    this.index = new PageIndex({
      read: (path) => this.prepare(path)?.facts,
      readTitle: (path) => this.titleOf(path),
      readAll: () => this.prepareAll(),
    })
  }

  /**
   * Reads pages, all of them by default. A page that asks for a title has it read from the top of
   * the other one. Pages that ask what only all pages together can answer come last, so that none
   * of the others has to wait for them.
   */
  *read(paths: Iterable<string> = this.paths): Generator<ResolvedPage> {
    const last: string[] = []
    for (const path of paths) {
      const page = this.prepare(path)
      if (!page) continue
      this.index.set(path, page.facts)
      if (asksAllPages(page.document)) last.push(path)
      else yield this.link(path, page)
    }
    for (const path of last) yield this.link(path, this.prepared.get(path)!)
  }

  /** The pages that have read a file: those to be read again when it has changed. */
  readersOf(file: string): string[] {
    const readers = [...this.dependencies].filter(([, files]) => files.has(file))
    return readers.map(([path]) => path)
  }

  private link(path: string, {document}: Prepared): ResolvedPage {
    linkPage(document, this.index)
    this.prepared.delete(path)
    return {path, document, tree: toMdast(document, this.options)}
  }

  private prepare(path: string): Prepared | undefined {
    const known = this.prepared.get(path)
    if (known) return known
    const text = this.textOf(path)
    if (text === undefined) return undefined
    const document = parse(text, {settings: sphinxSettings, ...this.options, path})
    const page = {document, facts: preparePage(document)}
    this.prepared.set(path, page)
    this.dependencies.set(path, document.dependencies)
    return page
  }

  private prepareAll(): void {
    for (const path of this.paths) {
      if (!this.index.has(path)) this.index.set(path, this.prepare(path)?.facts)
    }
  }

  private titleOf(path: string): string | undefined {
    const text = this.textOf(path)
    return text === undefined ? undefined : readTitle(text, {...this.options, path})
  }

  private textOf(path: string): string | undefined {
    if (!this.paths.has(path)) return undefined
    const file = this.options.load({path, written: path, from: path, document: path})
    return 'text' in file ? file.text : undefined
  }
}
