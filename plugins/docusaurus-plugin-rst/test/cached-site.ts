import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {AllContent} from '@docusaurus/types'
import {adapt} from '../src/adapt/index.ts'
import {type ContentFolder, contentFolders} from '../src/content.ts'
import {Engine} from '../src/engine.ts'
import {optionsSchema} from '../src/options.ts'

/** A page as it was compiled, and the files it hangs on as they were then; no text if missing. */
interface Compiled {
  page: string
  hangsOn: ReadonlyMap<string, string | undefined>
}

/** What comes of a site. */
interface Built {
  /** What each page became, by its file. */
  pages: Record<string, string>
  /** What Docusaurus is told of each page before it is compiled. */
  facts: unknown[]
  messages: string[]
}

const options = optionsSchema.validate({
  ...{includeRoots: ['one', 'two'], prolog: ['two/names.rst']},
}).value!

/**
 * A site in one locale, with a bundler that compiles a page again only if a file has changed that
 * the page is said to hang on: what our loader registers. So does a persistent cache of the disk.
 */
export class CachedSite {
  private readonly siteDir: string
  private readonly locale: string
  private readonly generated: string
  private readonly compiled = new Map<string, Compiled>()
  private engine: Engine | undefined

  /** @param generated folder for what Docusaurus generates, below the site */
  constructor(siteDir: string, locale: string, generated: string) {
    this.siteDir = siteDir
    this.locale = locale
    this.generated = generated
  }

  /** The site as a new process builds it, with what those before it have left. */
  build(): Built {
    this.engine = undefined
    return this.update()
  }

  /** The site as a process that goes on running has it after a change. */
  update(): Built {
    const folders = this.folders()
    this.engine ??= this.newEngine(folders)
    const {engine} = this
    engine.refresh()
    engine.routes.update(this.content(folders))
    const messages = engine.check().map(({name, reason}) => `${name} ${reason}`)
    engine.remember()
    const {files} = engine.routes
    const facts = files.map((file) => {
      const {frontMatter, gist} = engine.page(file)!
      return {file, frontMatter, gist}
    })
    const pages = Object.fromEntries(files.map((file) => [file, this.page(file, engine)]))
    return {pages, facts, messages}
  }

  private page(file: string, engine: Engine): string {
    const before = this.compiled.get(file)
    if (before && [...before.hangsOn].every(([name, text]) => textOf(name) === text)) {
      return before.page
    }
    const tree = engine.tree(file)
    adapt(tree, file, engine)
    const page = JSON.stringify(tree)
    const {present, missing} = engine.dependencies(file)
    const hangsOn = new Map([file, ...present, ...missing].map((name) => [name, textOf(name)]))
    this.compiled.set(file, {page, hangsOn})
    return page
  }

  private newEngine(folders: readonly ContentFolder[]): Engine {
    const generated = path.join(this.siteDir, this.generated)
    return new Engine({
      ...{siteDir: this.siteDir, options, contentFolders: folders},
      fingerprintFile: path.join(generated, 'fingerprint'),
      fingerprint: 'of the parser',
      memoryFile: path.join(generated, this.locale, 'pages'),
      answersFolder: path.join(generated, this.locale, 'answers'),
    })
  }

  private folders(): ContentFolder[] {
    const localizationDir = path.join(this.siteDir, 'i18n', this.locale)
    const docs = {kind: 'docs' as const, id: 'default', path: 'docs'}
    return contentFolders([docs], {siteDir: this.siteDir, localizationDir})
  }

  /** What the docs plugin loads: each page once, as its translation if it has one. */
  private content(folders: readonly ContentFolder[]): AllContent {
    const loadedVersions = folders.map(({original, localized}) => {
      const names = new Set([...pagesIn(original), ...pagesIn(localized)])
      const docs = [...names].sort().map((name) => {
        const file = [localized, original].map((folder) => path.join(folder, name)).find(existsSync)
        const slug = /^:slug: (.*)$/m.exec(textOf(file!)!)?.[1] ?? name.replace(/\.\w+$/, '')
        const permalink = `/${this.locale}/${path.basename(original)}/${slug}`
        return {source: `@site/${path.relative(this.siteDir, file!)}`, permalink}
      })
      return {docs, contentPath: original, contentPathLocalized: localized}
    })
    return {'docusaurus-plugin-content-docs': {default: {loadedVersions}}}
  }
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
    /\.(rst|md)$/.test(name),
  )
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
