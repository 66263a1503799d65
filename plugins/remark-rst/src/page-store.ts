import {
  type DocumentState,
  linkPage,
  type Load,
  type PageFacts,
  type PageIndex,
  preparePage,
  toMdast,
} from '@handrail/rst'
import type {Heading, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {parse as parseYaml} from 'yaml'
import {dataFields} from './data-fields.ts'
import {Common, type Definitions} from './definitions.ts'
import {quoteTokens} from './markdown/front-matter.ts'
import {resolveMarkdown} from './markdown/resolve-markdown.ts'
import {resolveText} from './markdown/tokens.ts'
import type {RstOptions} from './options.ts'
import {isRstFile, type MarkdownParser, type PageReading} from './page.ts'
import {RecordingIndex} from './recording-index.ts'
import {parseRst} from './read-rst.ts'
import {type Witness, witness} from './witness.ts'

export interface PageStoreOptions extends RstOptions {
  parserFor: (path: string) => MarkdownParser
  /** The same as `load`, heard by `look` about every path it looks at. */
  watched?: (look: (absolutePath: string) => void) => Load
  /** All pages, for references that may lead to any of them. */
  pages?: () => Iterable<string>
  /** Where labels hold: pages with the same answer see each other's, such as those of a version. */
  scopeOf?: (path: string) => string
  /** The page of which a page is the translation. */
  originalOf?: (path: string) => string | undefined
}

/** A page of which all is known that needs no other page. */
interface Prepared {
  path: string
  text: string
  facts: PageFacts
  definitions: Definitions
  /** The resolved document of an RST page, or the tree of a Markdown page. */
  content: DocumentState | Root
  witness: Witness
  files: Set<string>
  /** The round in which it was found to be up to date. */
  round: number
}

/** What the fragments of a Markdown page are read with. */
interface MarkdownContext {
  load: Load | undefined
  definitions: Definitions
  parse: MarkdownParser
}

interface Finished {
  prepared: Prepared
  reading: PageReading
  round: number
}

/** The pages that a site shows, and those in the place of which it shows their translations. */
interface SitePages {
  shown: ReadonlySet<string>
  translated: ReadonlySet<string>
  round: number
}

/**
 * The pages of a site. A page is read in two steps, as references need the titles and labels of
 * other pages: first what it says by itself, then its links. What was read is kept as long as it
 * holds; within a round (until `refresh`) nothing is looked at twice.
 */
export class PageStore {
  private readonly options: PageStoreOptions
  private readonly common: Common
  private readonly indexes = new Map<string, RecordingIndex>()
  private readonly prepared = new Map<string, Prepared>()
  private readonly finished = new Map<string, Finished>()
  private round = 1
  private pages: SitePages | undefined
  /** Whether a page had places for others when it was entered in its index. */
  private readonly enteredAs = new Map<string, boolean>()
  private readonly enteredAll = new Map<string, number>()

  constructor(options: PageStoreOptions) {
    this.options = options
    this.common = new Common(options)
  }

  /** Starts a new round: files may have changed. */
  refresh(): void {
    this.round++
  }

  /** A page by its path; `undefined` if there is none. */
  read(path: string): PageReading | undefined {
    const prepared = this.prepare(path)
    if (!prepared) return undefined
    const known = this.finished.get(path)
    if (known?.prepared === prepared && this.isCurrent(known)) return known.reading
    return this.finish(known?.prepared === prepared ? this.prepareAnew(path)! : prepared)
  }

  /** Reads a page whose text is at hand. */
  readText(path: string, text: string): PageReading {
    const files = new Set<string>()
    const prepared = this.make(path, text, this.watch(files), files)
    this.indexFor(path).set(path, prepared.facts)
    return this.finish(prepared)
  }

  /** Resolves a Markdown tree that somebody else has parsed, in place. */
  resolveMarkdown(
    tree: Root,
    text: string,
    path: string,
    parse = this.options.parserFor(path),
  ): PageReading['messages'] {
    const context = {load: this.options.load, definitions: this.definitions, parse}
    return this.resolveTree(tree, text, path, context)
  }

  /** The definitions of the substitution files. */
  get definitions(): Definitions {
    return this.common.definitions(this.options.load)
  }

  /** What is wrong with the substitution files. */
  get prologMessages(): PageReading['messages'] {
    return this.common.messages(this.options.load)
  }

  private prepare(path: string): Prepared | undefined {
    const known = this.prepared.get(path)
    if (known && this.stillHolds(known)) return known
    return this.prepareAnew(path)
  }

  private stillHolds(prepared: Prepared): boolean {
    const {load} = this.options
    if (prepared.round === this.round) return true
    if (!load || !prepared.witness.stillHolds(load)) return false
    prepared.round = this.round
    return true
  }

  private prepareAnew(path: string): Prepared | undefined {
    const files = new Set<string>()
    const seen = this.watch(files)
    const source = seen.load({path, written: path, from: path, document: path})
    const isText = !('refusal' in source) && source.path === path
    const fresh = isText ? this.make(path, source.text, seen, files) : undefined
    if (fresh) this.prepared.set(path, fresh)
    else this.prepared.delete(path)
    this.enter(path, fresh?.facts)
    return fresh
  }

  private enter(path: string, facts: PageFacts | undefined): void {
    const told = this.toldOf(path, facts)
    const own = told && this.indexFor(path)
    for (const index of this.indexes.values()) {
      if (index === own || index.has(path)) index.set(path, told)
    }
    this.enteredAs.set(path, this.hasPlaces(path))
  }

  /**
   * What other pages are told of a page. One in the place of which its translation is shown has a
   * title for them, but no places: its translation has these.
   */
  private toldOf(path: string, facts: PageFacts | undefined): PageFacts | undefined {
    return facts && !this.hasPlaces(path) ? {...facts, labels: [], objects: []} : facts
  }

  private hasPlaces(path: string): boolean {
    return !this.options.pages || this.sitePages().shown.has(path)
  }

  /** The pages of the site as they are in this round. */
  private sitePages(): SitePages {
    if (this.pages?.round === this.round) return this.pages
    const shown = new Set(this.options.pages?.())
    const originals = [...shown].flatMap((page) => this.options.originalOf?.(page) ?? [])
    this.pages = {round: this.round, shown, translated: new Set(originals)}
    return this.pages
  }

  private watch(files: Set<string>): Witness {
    const {load = () => ({path: '', refusal: {reason: 'missing'}}), watched} = this.options
    return witness(watched?.((file) => void files.add(file)) ?? load)
  }

  private make(path: string, text: string, seen: Witness, files: Set<string>): Prepared {
    const definitions = this.common.definitions(seen.load)
    const common = {path, text, definitions, witness: seen, files, round: this.round}
    if (!isRstFile(path, this.options.suffixes)) {
      const tree = this.options.parserFor(path)(text, path)
      return {...common, content: tree, facts: markdownFacts(tree, definitions)}
    }
    const options = {...this.options, load: this.options.load && seen.load}
    const document = parseRst(text, path, options, this.common.text(seen.load))
    return {...common, content: document, facts: preparePage(document, {dataFields})}
  }

  private finish(prepared: Prepared): PageReading {
    const {path, text, content, files} = prepared
    const index = this.indexFor(path)
    index.forget(path)
    const reading =
      'type' in content
        ? this.finishMarkdown(prepared, content)
        : finishRst(content, index, this.options)
    const {round} = this
    const page = {path, text, ...reading, files: [...files], answers: index.answersTo(path)}
    this.finished.set(path, {prepared, reading: page, round})
    return page
  }

  private finishMarkdown({path, text, definitions, witness}: Prepared, tree: Root) {
    const context = {load: witness.load, definitions, parse: this.options.parserFor(path)}
    const messages = this.resolveTree(tree, text, path, context)
    return {tree, frontMatter: yamlFields(tree), messages}
  }

  private resolveTree(
    tree: Root,
    text: string,
    path: string,
    {load, definitions, parse}: MarkdownContext,
  ): PageReading['messages'] {
    const messages: PageReading['messages'] = []
    const options = {...this.options, load}
    const index = this.indexFor(path)
    resolveMarkdown(
      {path, text, tree, includedFrom: []},
      {document: path, options, parseMarkdown: parse, index, definitions, messages},
    )
    return messages
  }

  /** Whether the pages that a page refers to still say what they said. */
  private isCurrent(finished: Finished): boolean {
    if (finished.round === this.round) return true
    const {path} = finished.prepared
    if (this.indexFor(path).answersTo(path) !== finished.reading.answers) return false
    finished.round = this.round
    return true
  }

  /** The index of the scope a page is in. */
  private indexFor(path: string): RecordingIndex {
    const scope = this.scopeOf(path)
    let index = this.indexes.get(scope)
    if (!index) {
      index = new RecordingIndex({
        read: (page) => this.toldOf(page, this.prepare(page)?.facts),
        check: (page) => void this.prepare(page),
        readAll: () => this.enterAll(scope),
        isShown: (page) => this.hasPlaces(page) || this.sitePages().translated.has(page),
        originalOf: this.options.originalOf,
      })
      this.indexes.set(scope, index)
    }
    return index
  }

  private scopeOf(path: string): string {
    return this.options.scopeOf?.(path) ?? ''
  }

  /** Brings all that is known of a scope up to date; pages that are gone are no longer known. */
  private enterAll(scope: string): void {
    if (this.enteredAll.get(scope) === this.round) return
    this.enteredAll.set(scope, this.round)
    const {shown, translated} = this.sitePages()
    for (const path of new Set([...this.prepared.keys(), ...shown, ...translated])) {
      if (this.scopeOf(path) !== scope) continue
      const prepared = this.prepare(path)
      if (this.enteredAs.get(path) !== this.hasPlaces(path)) this.enter(path, prepared?.facts)
    }
  }
}

function finishRst(document: DocumentState, index: PageIndex, {raw}: RstOptions) {
  linkPage(document, index)
  const tree = toMdast(document, {raw})
  return {tree, frontMatter: {...tree.data?.docinfo}, messages: document.messages}
}

/** What other pages may ask about a Markdown page: its title. */
function markdownFacts(tree: Root, definitions: Definitions): PageFacts {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading')
  const own = heading?.depth === 1 ? toString(heading) : yamlFields(tree)['title']
  const title = typeof own === 'string' ? {title: resolveText(own, definitions)} : {}
  return {...title, labels: [], objects: []}
}

/** The fields of a front matter; none if it is no record, or no YAML. */
function yamlFields({children: [first]}: Root): Record<string, unknown> {
  if (first?.type !== 'yaml') return {}
  try {
    const fields: unknown = parseYaml(quoteTokens(first.value))
    return typeof fields === 'object' && fields && !Array.isArray(fields) ? {...fields} : {}
  } catch {
    return {}
  }
}
