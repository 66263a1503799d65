import {existsSync} from 'node:fs'
import path from 'node:path'
import {docuHash} from '@docusaurus/utils'
import {LinkChecker, type PageLinks} from '@handrail/check'
import {externalLinkRoles} from '@handrail/rst'
import type {Root} from 'mdast'
import {type Components, componentDirectives, toVFileMessage} from 'remark-rst'
import type {VFile} from 'vfile'
import {fileLoader, liesWithin, versionOf} from 'remark-rst/files'
import {isRstFile} from 'remark-rst/site'
import {describeLinks} from './adapt/links.ts'
import {listedPages} from './adapt/toctrees.ts'
import {
  pageReader,
  type PageReader,
  type PageRecord,
  type MarkdownParser,
} from 'remark-rst/read-page'
import {
  allPaths,
  type ContentFolder,
  folderOf,
  originalOf,
  rstPages,
  translationOf,
} from './content.ts'
import {readKept, writeKept} from './kept-data.ts'
import type {NormalizedOptions} from './options.ts'
import {gistOf, type PageGist} from './page-gist.ts'
import {Routes} from './routes.ts'
import {writeIfChanged} from './write-if-changed.ts'

export interface EngineContext {
  siteDir: string
  options: NormalizedOptions
  contentFolders: readonly ContentFolder[]
  /** A file that changes when the parser or the options do. */
  fingerprintFile: string
  /** What is said there. */
  fingerprint: string
  /** What is known of the pages of this locale, from build to build. */
  memoryFile: string
  /** A folder for what pages of this locale are told of others: files that change when that does. */
  answersFolder: string
}

/** A page without its tree. */
export type SitePage = PageRecord<PageGist>

/** The files a page was made from, and those that were looked for in vain. */
export interface Dependencies {
  present: string[]
  missing: string[]
}

/**
 * Everything the adapters of this package ask: pages as trees, adapted to Docusaurus, and what
 * they depend on. Paths are absolute.
 */
export class Engine {
  readonly context: EngineContext
  /** The addresses of pages; filled when all content has been loaded. */
  readonly routes: Routes
  private readonly reader: PageReader<PageGist>
  /** Files that pages link to lie within these folders. */
  private readonly roots: readonly string[]

  constructor(context: EngineContext) {
    const {siteDir, options, contentFolders, memoryFile} = context
    const {includeRoots, ...reading} = options
    this.context = context
    const folders = [...allPaths(contentFolders), ...includeRoots]
    this.roots = [siteDir, ...folders.map((folder) => path.resolve(siteDir, folder))]
    this.routes = new Routes(siteDir, options.suffixes, this.roots)
    const nameOf = (file: string): string => this.nameOf(file)
    this.reader = pageReader({
      files: fileLoader({root: siteDir, roots: allPaths(contentFolders), includeRoots}),
      ...reading,
      directives: [...options.directives, ...componentDirectives(options.components)],
      roles: [...options.roles, ...externalLinkRoles(options.externalLinks)],
      pages: () => contentFolders.flatMap((folder) => rstPages(folder, options)).map(nameOf),
      scopeOf: (name) => folderOf(this.fileOf(name), contentFolders)?.original ?? '',
      originalOf: (name) => {
        const original = originalOf(this.fileOf(name), contentFolders)
        return original && this.nameOf(original)
      },
      memory: {
        versionOf,
        gistOf: (tree, name) => gistOf(tree, this.fileOf(name)),
        recalled: readKept(memoryFile, keyOf(context)),
      },
    })
  }

  /** Files may have changed: what is asked for next is looked at again. */
  refresh(): void {
    this.reader.refresh()
  }

  isRst(file: string): boolean {
    return isRstFile(file, this.context.options.suffixes)
  }

  /**
   * What there is to know of a page beside its tree.
   * @param text the file as the caller has just read it, if it has
   */
  page(file: string, text?: string): SitePage | undefined {
    const page = this.reader.record(this.nameOf(file))
    if (text === undefined || page?.text === text) return page
    this.refresh()
    return this.reader.record(this.nameOf(file))
  }

  /**
   * The tree of an RST page for Docusaurus to work on.
   * @param text the file, or its beginning: the blog cuts posts for its lists
   */
  tree(file: string, text?: string): Root {
    const page = this.reader.read(this.nameOf(file))
    if (!page)
      throw new Error(`Unexpected path ${file}, expected a page within the content folders`)
    const isCut = text !== undefined && text !== page.text && page.text.startsWith(text)
    return structuredClone(isCut ? beginning(page.tree, text.split('\n').length) : page.tree)
  }

  /** Resolves includes and tokens of a Markdown page. */
  resolve(tree: Root, file: VFile, parse: MarkdownParser): void {
    this.reader.resolve(tree, String(file), this.nameOf(file.path), parse)
  }

  /** Reads all pages; answers what is wrong with them and with the substitution files. */
  check(): VFile['messages'] {
    const pages = this.routes.files.flatMap((file) => this.page(file) ?? [])
    for (const page of pages) writeIfChanged(this.answersFile(page.path), this.toldOfOthers(page))
    const ofPages = pages.flatMap((page) => page.messages.map(toVFileMessage))
    return [...this.reader.messages(), ...ofPages, ...this.checkLinks(pages)]
  }

  /** Leaves what is known of the pages to the next build. */
  remember(): void {
    const memories = this.reader.memories()
    if (memories) writeKept(this.context.memoryFile, keyOf(this.context), memories)
  }

  /** What a page shows of other pages: what it asked of them, where its links lead, whom it lists. */
  private toldOfOthers({path: name, gist, answers}: SitePage): string {
    const file = this.fileOf(name)
    const listed = listedPages(gist.toctrees, file, this)
    const links = gist.links.links.filter(({type}) => type !== 'image')
    const adapted = describeLinks([...links, ...listed], file, this)
    return [answers, ...adapted, ...listed.map(({text}) => text)].join('\n')
  }

  /** The links of RST pages; those of Markdown and all pictures are checked by Docusaurus. */
  private checkLinks(pages: readonly SitePage[]): VFile['messages'] {
    const targets = pages.flatMap((page) => [
      [page.path, page.gist.links] as const,
      ...this.asCounterpart(page),
    ])
    // Docusaurus itself says which pictures are missing.
    const severities = {...this.context.options.severities, 'image-missing': 'off'} as const
    const isFile = (name: string): boolean => liesWithin(this.fileOf(name), this.roots)
    const links = new LinkChecker(targets, isFile, severities)
    const messages = pages
      .filter(({path: name}) => this.isRst(name))
      .flatMap((page) => links.messages(page.path))
    return messages.map(toVFileMessage)
  }

  /** A page and its translation stand for one another: of each, the current locale has one. */
  private asCounterpart({path: name, gist}: SitePage): (readonly [string, PageLinks])[] {
    const {contentFolders} = this.context
    const file = this.fileOf(name)
    const other = originalOf(file, contentFolders) ?? translationOf(file, contentFolders)
    return other === undefined ? [] : [[this.nameOf(other), gist.links]]
  }

  /** The places that a page has for links; nothing if it is no page. */
  anchors(file: string): PageLinks | undefined {
    return this.page(file)?.gist.links
  }

  dependencies(file: string): Dependencies {
    const answers = this.answersFile(this.nameOf(file))
    const files = [...(this.page(file)?.files ?? []), answers, this.context.fingerprintFile]
    return {
      present: files.filter((name) => existsSync(name)),
      missing: files.filter((name) => !existsSync(name)),
    }
  }

  /** A text with its tokens resolved. */
  text(value: string): string {
    return this.reader.text(value)
  }

  /** Whether reading a Markdown page for what RST adds to it changes anything. */
  isAffected(content: string): boolean {
    return /^[\s>*-]*\.\. (include|runbook)::/m.test(content) || this.text(content) !== content
  }

  private answersFile(name: string): string {
    return path.join(this.context.answersFolder, `${docuHash(name)}.json`)
  }

  /** The file of a page by the name that content plugins give its source: `@site/docs/page.rst`. */
  sourceFile(source: string): string {
    return this.fileOf(source.slice('@site/'.length))
  }

  /** Whether a page is the one at the root of its folder, although its name does not say so. */
  isRootDocument(file: string): boolean {
    const {options, contentFolders} = this.context
    const {dir, name} = path.parse(file)
    return (
      name === options.rootDocument && name !== 'index' && allPaths(contentFolders).includes(dir)
    )
  }

  /** Components of the site, by the names of their directives. */
  get components(): Components {
    return this.context.options.components
  }

  /** The title of a page, as text. */
  titleOf(file: string): string | undefined {
    return this.page(file)?.gist.title
  }

  private fileOf(name: string): string {
    return path.join(this.context.siteDir, name)
  }

  private nameOf(file: string): string {
    return path.relative(this.context.siteDir, file).replaceAll(path.sep, '/')
  }
}

/** What pages are remembered under: all that they hang on beside files, and which files are read. */
function keyOf({fingerprint, contentFolders}: EngineContext): string {
  return JSON.stringify([fingerprint, contentFolders])
}

/** The nodes of a page that start before a line. */
function beginning(tree: Root, line: number): Root {
  const children = tree.children.filter(({position}) => (position?.start.line ?? 0) < line)
  return {...tree, children}
}
