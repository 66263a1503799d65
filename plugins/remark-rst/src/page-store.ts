import {
  type DocumentState,
  linkPage,
  type Load,
  type PageFacts,
  type PageIndex,
  preparePage,
  toMdast,
} from '@handrail/rst'
import type {Root} from 'mdast'
import {dataFields} from './data-fields.ts'
import {Common, type Definitions} from './definitions.ts'
import {
  areUnchanged,
  type Memories,
  type Memory,
  type PageRecord,
  type RememberedPage,
  type RememberedProlog,
  type Versions,
} from './memory.ts'
import {markdownFacts, yamlFields} from './markdown/page-facts.ts'
import {resolveMarkdown} from './markdown/resolve-markdown.ts'
import type {RstOptions} from './options.ts'
import {isRstFile, type MarkdownParser, type PageReading} from './page.ts'
import {parseRst} from './read-rst.ts'
import {type ScopeOptions, Scopes} from './scopes.ts'
import {type Watch, watchFiles} from './watch-files.ts'
import {readNothing} from './witness.ts'

export interface PageStoreOptions<Gist> extends RstOptions, ScopeOptions {
  parserFor: (path: string) => MarkdownParser
  /** The same as `load`, heard by `look` about every path it looks at. */
  watched?: (look: (absolutePath: string) => void) => Load
  memory?: Memory<Gist>
}

/** A page of which all is known that needs no other page. */
interface Prepared {
  path: string
  text: string
  facts: PageFacts
  versions: Versions
  stillHolds(): boolean
  /** What the page is made of, in place: there once, and not if it is remembered. */
  unfinished?: Unfinished | undefined
  /** The round in which it was found to be up to date. */
  round: number
}

/** A page that was read in this process and has not been finished. */
type Fresh = Prepared & {unfinished: Unfinished}

interface Unfinished {
  /** The resolved document of an RST page, or the tree of a Markdown page. */
  content: DocumentState | Root
  definitions: Definitions
  load: Load
}

/** What the fragments of a Markdown page are read with. */
interface MarkdownContext {
  load: Load | undefined
  definitions: Definitions
  parse: MarkdownParser
}

interface Finished<Gist> {
  prepared: Prepared
  /** What other pages answered to it. */
  answers: string
  /** Not there if the page is remembered. */
  reading?: PageReading
  /** Taken from the reading when it is asked for. */
  record?: PageRecord<Gist>
  round: number
}

/**
 * The pages of a site. A page is read in two steps, as references need the titles and labels of
 * other pages: first what it says by itself, then its links. What was read is kept as long as it
 * holds; within a round (until `refresh`) nothing is looked at twice. With a memory a page that an
 * earlier process has read is only read again if its tree is asked for.
 */
export class PageStore<Gist = unknown> {
  private readonly options: PageStoreOptions<Gist>
  private readonly common: Common
  private readonly scopes: Scopes
  private readonly prepared = new Map<string, Prepared>()
  /** Paths that lead to no page, by the round in which that was found. */
  private readonly absent = new Map<string, number>()
  private readonly finished = new Map<string, Finished<Gist>>()
  /** Pages that an earlier process has left and that nobody has asked for yet. */
  private readonly recalled: Map<string, RememberedPage<Gist>>
  private prolog: RememberedProlog | undefined
  private hasLearnt = false
  private round = 1

  constructor(options: PageStoreOptions<Gist>) {
    const {recalled} = options.memory ?? {}
    this.options = options
    this.common = new Common(options)
    this.scopes = new Scopes(options, {
      factsOf: (path) => this.prepare(path)?.facts,
      known: () => this.prepared.keys(),
    })
    this.recalled = new Map(recalled?.pages)
    this.prolog = recalled?.prolog
  }

  /** Starts a new round: files may have changed. */
  refresh(): void {
    this.round++
    this.scopes.refresh()
  }

  /** A page by its path; `undefined` if there is none. */
  read(path: string): PageReading | undefined {
    return this.current(path)?.reading ?? this.finishAnew(path)?.reading
  }

  /** The same without its tree, which need not be made for it; only where there is a memory. */
  record(path: string): PageRecord<Gist> | undefined {
    const finished = this.current(path) ?? this.finishAnew(path)
    return finished && this.recordOf(finished)
  }

  /** What the next process is to recall; `undefined` if it is what this one has recalled. */
  memories(): Memories<Gist> | undefined {
    if (!this.hasLearnt) return undefined
    const pages = [...this.finished].map(([path, page]) => [path, this.remembered(page)] as const)
    return {pages: new Map(pages), prolog: this.prolog}
  }

  /** Reads a page whose text is at hand. */
  readText(path: string, text: string): PageReading {
    const fresh = this.make(path, text, watchFiles(this.options))
    this.scopes.indexFor(path).set(path, fresh.facts)
    return this.finish(fresh)
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
    const {memory} = this.options
    if (!memory) return this.common.messages(this.options.load)
    if (!this.prolog || !areUnchanged(this.prolog.versions, memory)) {
      const {load, versions} = watchFiles(this.options)
      this.prolog = {messages: this.common.messages(load), versions}
      this.hasLearnt = true
    }
    return this.prolog.messages
  }

  /** What has been made of a page, if that is what one would make of it now. */
  private current(path: string): Finished<Gist> | undefined {
    const prepared = this.prepare(path)
    const known = this.finished.get(path)
    return known && known.prepared === prepared && this.isCurrent(known) ? known : undefined
  }

  private finishAnew(path: string): Finished<Gist> | undefined {
    const known = this.prepare(path)
    const fresh = known && !isFresh(known) ? this.prepareAnew(path) : known
    if (!fresh) return undefined
    this.finish(fresh)
    return this.finished.get(path)
  }

  private prepare(path: string): Prepared | undefined {
    if (this.absent.get(path) === this.round) return undefined
    const known = this.prepared.get(path) ?? this.recall(path)
    return known && this.stillHolds(known) ? known : this.prepareAnew(path)
  }

  private stillHolds(prepared: Prepared): boolean {
    if (prepared.round === this.round) return true
    if (!prepared.stillHolds()) return false
    prepared.round = this.round
    return true
  }

  private prepareAnew(path: string): Fresh | undefined {
    const watch = watchFiles(this.options)
    const text = textOf(path, watch.load)
    const fresh = text === undefined ? undefined : this.make(path, text, watch)
    if (fresh) this.prepared.set(path, fresh)
    else this.prepared.delete(path)
    if (!fresh) this.absent.set(path, this.round)
    this.scopes.enter(path, fresh?.facts)
    return fresh
  }

  private make(path: string, text: string, {load, versions, stillHolds}: Watch): Fresh {
    const definitions = this.common.definitions(load)
    const common = {path, text, versions, stillHolds, round: this.round}
    if (!isRstFile(path, this.options.suffixes)) {
      const content = this.options.parserFor(path)(text, path)
      const facts = markdownFacts(content, definitions)
      return {...common, facts, unfinished: {content, definitions, load}}
    }
    const options = {...this.options, load: this.options.load && load}
    const content = parseRst(text, path, options, this.common.text(load))
    const facts = preparePage(content, {dataFields})
    return {...common, facts, unfinished: {content, definitions, load}}
  }

  private finish(fresh: Fresh): PageReading {
    const {path, text, versions} = fresh
    const {content} = fresh.unfinished
    const prepared: Prepared = fresh
    const index = this.scopes.indexFor(path)
    index.setQuestions(path, [])
    const made =
      'type' in content
        ? this.finishMarkdown(fresh, content)
        : finishRst(content, index, this.options)
    const answers = index.answersTo(path)
    const reading = {path, text, ...made, files: [...versions.keys()], answers}
    this.finished.set(path, {prepared, answers, reading, round: this.round})
    prepared.unfinished = undefined
    this.hasLearnt = true
    return reading
  }

  private recordOf(finished: Finished<Gist>): PageRecord<Gist> {
    if (!finished.record) {
      const {tree, ...rest} = finished.reading!
      finished.record = {...rest, gist: this.options.memory!.gistOf(tree, rest.path)}
    }
    return finished.record
  }

  /** A page as an earlier process has left it, which may not hold any more. */
  private recall(path: string): Prepared | undefined {
    const remembered = this.recalled.get(path)
    const {memory, load = readNothing} = this.options
    if (!remembered || !memory) return undefined
    this.recalled.delete(path)
    // Before the files are looked at: a text that is newer than what is remembered shows.
    const text = textOf(path, load)
    if (text === undefined) return undefined
    const {versions, facts, questions} = remembered
    const stillHolds = (): boolean => areUnchanged(versions, memory)
    const prepared = {path, text, facts, versions, stillHolds, round: 0}
    const record = {...remembered.record, text, files: [...versions.keys()]}
    this.prepared.set(path, prepared)
    this.finished.set(path, {prepared, answers: record.answers, record, round: 0})
    this.scopes.indexFor(path).setQuestions(path, questions)
    this.scopes.enter(path, facts)
    return prepared
  }

  private remembered(finished: Finished<Gist>): RememberedPage<Gist> {
    const {path, facts, versions} = finished.prepared
    const {text, files, ...record} = this.recordOf(finished)
    void [text, files]
    return {record, versions, facts, questions: this.scopes.indexFor(path).questionsOf(path)}
  }

  private finishMarkdown({path, text, unfinished: {load, definitions}}: Fresh, tree: Root) {
    const context = {load, definitions, parse: this.options.parserFor(path)}
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
    const index = this.scopes.indexFor(path)
    resolveMarkdown(
      {path, text, tree, includedFrom: []},
      {document: path, options, parseMarkdown: parse, index, definitions, messages},
    )
    return messages
  }

  /** Whether the pages that a page refers to still say what they said. */
  private isCurrent(finished: Finished<Gist>): boolean {
    if (finished.round === this.round) return true
    const {path} = finished.prepared
    if (this.scopes.indexFor(path).answersTo(path) !== finished.answers) return false
    finished.round = this.round
    return true
  }
}

/** The text of a page; `undefined` if there is none by that name. */
function textOf(path: string, load: Load): string | undefined {
  const source = load({path, written: path, from: path, document: path})
  return 'text' in source && source.path === path ? source.text : undefined
}

function isFresh(prepared: Prepared): prepared is Fresh {
  return prepared.unfinished !== undefined
}

function finishRst(document: DocumentState, index: PageIndex, {raw}: RstOptions) {
  linkPage(document, index)
  const tree = toMdast(document, {raw})
  return {tree, frontMatter: {...tree.data?.docinfo}, messages: document.messages}
}
