import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {fileLoader} from 'remark-rst/files'
import {type Page, pageReader, type PageReader, type MarkdownParser} from 'remark-rst/read-page'
import type {NormalizedOptions} from './options.ts'
import {Routes} from './routes.ts'

export interface EngineContext {
  siteDir: string
  options: NormalizedOptions
  /** Absolute paths of all folders of pages. */
  contentFolders: string[]
  /** A file that changes when the parser or the options do. */
  fingerprintFile: string
}

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
  private readonly reader: PageReader

  constructor(context: EngineContext) {
    const {siteDir, options, contentFolders} = context
    const {includeRoots, includeBase, prolog, severities, directives, roles} = options
    this.context = context
    this.routes = new Routes(siteDir)
    this.reader = pageReader({
      files: fileLoader({root: siteDir, roots: contentFolders, includeRoots}),
      includeBase,
      prolog,
      severities,
      directives,
      roles,
    })
  }

  isRst(file: string): boolean {
    return /\.rst$/i.test(file)
  }

  /** A page as it was read; shared, so not to be changed. */
  page(file: string): Page | undefined {
    return this.reader.read(this.nameOf(file))
  }

  /** The tree of an RST page for Docusaurus to work on. */
  tree(file: string): Root {
    const page = this.page(file)
    if (!page)
      throw new Error(`Unexpected path ${file}, expected a page within the content folders`)
    return structuredClone(page.tree)
  }

  /** Resolves includes and tokens of a Markdown page. */
  resolve(tree: Root, file: VFile, parse: MarkdownParser): void {
    this.reader.resolve(tree, String(file), this.nameOf(file.path), parse)
  }

  /** What is wrong with the substitution files and with all pages. */
  check(): VFile['messages'] {
    const pages = this.routes.files.map((file) => this.page(file))
    return [...this.reader.messages(), ...pages.flatMap((page) => page?.messages ?? [])]
  }

  dependencies(file: string): Dependencies {
    const files = this.page(file)?.files ?? []
    return {
      present: [...files.filter((name) => existsSync(name)), this.context.fingerprintFile],
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

  private nameOf(file: string): string {
    return path.relative(this.context.siteDir, file).replaceAll(path.sep, '/')
  }
}
