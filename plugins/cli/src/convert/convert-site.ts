import {join} from 'node:path'
import {type Dialect, type Loss, needsMdx, toMarkdown} from '@handrail/markdown'
import type {Nodes, Root} from 'mdast'
import {fieldValues} from 'remark-rst'
import {fileLoader, isFileAt, isFileWithin} from 'remark-rst/files'
import type {Page} from 'remark-rst/read-page'
import {isRstFile, siteReader, sitePages, siteRoots, type SiteSettings} from 'remark-rst/site'
import {adaptPage, fileAt, outsideLoss, type Surroundings, withLinks} from './adapt-page.ts'
import {PageNames, pathFrom} from './page-names.ts'
import {pageSidebar} from './page-sidebar.ts'
import {type WritePartial, withPartials} from './partials.ts'
import {KeptTokens} from './tokens.ts'

export interface ConvertOptions {
  /** What pages are written as: MDX only where they need it, or always. */
  format: Dialect
  /** Whether what is included becomes part of each page, or a file that pages import. */
  includes: 'expanded' | 'partials'
  /** Whether tokens of the substitution files stay, for a site that goes on reading them. */
  substitutions: 'resolved' | 'tokens'
}

/** What became of one page. */
export interface ConvertedPage {
  source: string
  target: string
  losses: Loss[]
}

/** A site in Markdown: names are below the folder it is written to. */
export interface ConvertedSite {
  pages: ConvertedPage[]
  /** The text of each file. */
  files: Map<string, string>
  /** Files that are taken along as they are: their absolute paths. */
  copies: Map<string, string>
}

/** Converts all pages in RST of a site, in memory. */
export function convertSite(
  siteDir: string,
  settings: SiteSettings,
  options: ConvertOptions,
): ConvertedSite {
  return new Conversion(siteDir, settings, options).run()
}

class Conversion {
  private readonly siteDir: string
  private readonly settings: SiteSettings
  private readonly options: ConvertOptions
  private readonly tokens: KeptTokens | undefined
  private readonly pages: ReadonlyMap<string, Page>
  private readonly names: PageNames
  private readonly surroundings: Surroundings
  private readonly roots: readonly string[]
  private readonly files = new Map<string, string>()
  private readonly copies = new Map<string, string>()

  constructor(siteDir: string, settings: SiteSettings, options: ConvertOptions) {
    this.siteDir = siteDir
    this.settings = settings
    this.options = options
    this.roots = siteRoots(siteDir, settings)
    const {docs, includes, prolog} = settings
    const files = fileLoader({root: siteDir, roots: [docs], includeRoots: includes})
    if (options.substitutions === 'tokens') this.tokens = new KeptTokens(files, prolog)
    const reader = siteReader(siteDir, settings, {files: this.tokens?.files ?? files})
    const paths = sitePages(siteDir, settings)
    this.pages = new Map(paths.flatMap((path) => entry(path, reader.read(path))))
    this.names = new PageNames(docs, new Map(this.rstPages().map((page) => this.dialectOf(page))))
    const copy = (path: string): string | undefined => this.copy(path)
    const isOutside = (path: string): boolean => this.isOutside(path)
    this.surroundings = {pages: this.pages, names: this.names, copy, isOutside}
  }

  run(): ConvertedSite {
    const pages = this.rstPages().map((page) => this.convert(page))
    for (const [path, page] of this.pages) {
      const kept = this.isRst(path) ? undefined : this.keep(page)
      if (kept?.losses.length) pages.push(kept)
    }
    const root = this.rstPages().find(({path}) => this.names.id(path) === this.rootId())
    const sidebar = root && pageSidebar(root.path, this.pages, this.names)
    if (sidebar) this.files.set('../sidebars.json', `${JSON.stringify({docs: sidebar}, null, 2)}\n`)
    return {pages, files: this.files, copies: this.copies}
  }

  private rootId(): string {
    return this.settings.rootDocument ?? 'index'
  }

  private rstPages(): Page[] {
    return [...this.pages.values()].filter(({path}) => this.isRst(path))
  }

  private isRst(path: string): boolean {
    return isRstFile(path, this.settings.suffixes)
  }

  private dialectOf({path, tree}: Page): [path: string, dialect: Dialect] {
    const {format, includes} = this.options
    const isThere = (url: string): boolean => this.hasFile(fileAt(url, path))
    const isMdx = format === 'mdx' || includes === 'partials' || needsMdx(tree, isThere)
    return [path, isMdx ? 'mdx' : 'md']
  }

  private convert(page: Page): ConvertedPage {
    const {path} = page
    const target = this.names.target(path)
    const losses = lostMessages(page)
    const tree = adaptPage(this.withTokens(page.tree), path, this.surroundings)
    const text = this.write(tree.children, {page, target, depth: 0, losses})
    this.files.set(target, text)
    return {source: path, target, losses}
  }

  private withTokens(tree: Root): Root {
    return this.tokens ? this.tokens.restore(tree) : tree
  }

  private write(nodes: readonly Nodes[], {page, target, depth, losses}: Writing): string {
    const imports = new Map<string, string>()
    const writePartial: WritePartial = (fragment, members) => {
      const file = this.writePartial(fragment, members, {page, depth: depth + 1, losses})
      return importName(imports, pathFrom(target, file))
    }
    const isSplit = this.options.includes === 'partials'
    const split = isSplit ? withPartials(nodes, depth, writePartial) : nodes
    const root = {type: 'root', children: split} as Root
    const linked = withLinks(root, page.path, target, this.surroundings, losses)
    const {text, losses: lost} = toMarkdown(linked, {
      dialect: target.endsWith('.mdx') ? 'mdx' : 'md',
      frontMatter: depth ? {} : this.frontMatter(page),
      imports,
    })
    losses.push(...lost)
    return text
  }

  /** Writes a fragment as a partial; one that pages show differently is written more than once. */
  private writePartial(
    fragment: string,
    members: readonly Nodes[],
    writing: Omit<Writing, 'target'>,
  ): string {
    const base = `_partials/${this.fragmentName(fragment)}`
    for (let number = 1; ; number++) {
      const target = `${base}${number > 1 ? `-${number}` : ''}.mdx`
      const losses: Loss[] = []
      const text = this.write(members, {...writing, target, losses})
      const known = this.files.get(target)
      if (known !== undefined && known !== text) continue
      this.files.set(target, text)
      writing.losses.push(...losses)
      return target
    }
  }

  /** The path of a fragment below the folder of fragments it is in, without its ending. */
  private fragmentName(path: string): string {
    const roots = [...this.settings.includes, this.settings.docs].map((root) => `${root}/`)
    const root = roots.find((one) => path.startsWith(one)) ?? ''
    return path
      .slice(root.length)
      .replace(/\.[^./]*$/, '')
      .replace(/^(\.\.?\/)+/, '')
  }

  private frontMatter({path, frontMatter}: Page): Record<string, unknown> {
    const isRoot = this.names.id(path) === this.rootId()
    return {...(isRoot && this.rootId() !== 'index' && {slug: '/'}), ...fieldValues(frontMatter)}
  }

  /** A page that is Markdown stays as it is, but for links to what is elsewhere now. */
  private keep({path, text}: Page): ConvertedPage {
    const from = this.names.target(path)
    const losses: Loss[] = []
    const linked = text.replace(
      /(\]\(|\]:[ \t]*)([^)\s#?]+)/g,
      (whole, start: string, url: string, offset: number) => {
        const target = this.movedTo(url, path)
        if (this.isOutside(fileAt(url, path))) {
          losses.push({what: outsideLoss(url), line: text.slice(0, offset).split('\n').length})
        }
        return target === undefined ? whole : start + encodeURI(pathFrom(from, target))
      },
    )
    this.files.set(from, linked)
    return {source: path, target: from, losses}
  }

  /** Where a page or a file that a page in Markdown links to is now, if that is another place. */
  private movedTo(url: string, page: string): string | undefined {
    const target = this.names.find(url, page, (name) => this.pages.has(name))
    if (target !== undefined) return this.isRst(target) ? this.names.target(target) : undefined
    const file = fileAt(url, page)
    const copied = this.copy(file)
    return this.names.within(file) === undefined ? copied : undefined
  }

  /** Files beside the pages keep their place; others come into a folder beside them. */
  private copy(path: string): string | undefined {
    if (!this.hasFile(path)) return undefined
    const target = this.names.within(path) ?? `assets/${path.replace(/^\/?(\.\.\/)*/, '')}`
    this.copies.set(target, join(this.siteDir, path))
    return target
  }

  /** Whether a file is there that may be taken along. */
  private hasFile(path: string): boolean {
    return isFileWithin(join(this.siteDir, path), this.roots)
  }

  /** Whether a file is there that must not come along: a page may name any file of the machine. */
  private isOutside(path: string): boolean {
    return isFileAt(join(this.siteDir, path)) && !this.hasFile(path)
  }
}

/** One file that is written for a page. */
interface Writing {
  page: Page
  target: string
  /** How many includes lead to it. */
  depth: number
  losses: Loss[]
}

function entry(path: string, page: Page | undefined): [string, Page][] {
  return page ? [[path, page]] : []
}

/** What the parser could not make sense of is in no tree. */
function lostMessages({messages, path}: Page): Loss[] {
  return messages
    .filter(({fatal}) => fatal)
    .map(({reason, file, line}) => ({
      what: reason,
      ...(file && file !== path && {file}),
      ...(line && {line}),
    }))
}

/** The name for a module among the imports of a file; each module has one. */
function importName(imports: Map<string, string>, module: string): string {
  for (const [name, source] of imports) if (source === module) return name
  const words = module.replace(/^.*\/|\.mdx$/g, '').match(/[A-Za-z0-9]+/g) ?? []
  const base = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
  const first = /^[A-Z]/.test(base) ? base : `Part${base}`
  let name = first
  for (let number = 2; imports.has(name); number++) name = `${first}${number}`
  imports.set(name, module)
  return name
}
