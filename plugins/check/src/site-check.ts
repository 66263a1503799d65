import {fileLoader} from 'remark-rst/files'
import type {Page, PageReader} from 'remark-rst/read-page'
import {siteReader, sitePages, type SiteSettings, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {checkPages} from './check-pages.ts'
import {type SubstitutionDefinition, definitionsIn} from './check-unused.ts'
import {includable, includedFile, type IncludePlace, type PathEntry} from './include-paths.ts'
import {RoundFiles, type Unsaved} from './round-files.ts'
import type {Severities} from './rules.ts'
import {uniqueMessages} from './unique-messages.ts'

export interface SiteCheckOptions {
  /** By rule; they win over those of the site's settings. */
  severities?: Severities
  /** What else there is to say about the pages, such as about the runbooks among them. */
  lint?: (pages: readonly Page[], severities: Severities) => readonly VFileMessage[]
  /** Texts that are open in an editor. */
  unsaved?: Unsaved
}

export interface CheckResult {
  pages: readonly Page[]
  /** Each once, in the order of files and lines. */
  messages: readonly VFileMessage[]
}

/** Checks a site again and again; what has not changed is not read again. */
export class SiteCheck {
  readonly siteDir: string
  readonly settings: SiteSettings
  private readonly severities: Severities
  private readonly lint: NonNullable<SiteCheckOptions['lint']>
  private readonly files: RoundFiles
  private readonly reader: PageReader

  /** @param siteDir the folder with package.json; messages name files relative to it */
  constructor(siteDir: string, {severities, lint = () => [], unsaved}: SiteCheckOptions = {}) {
    const settings = siteSettings(siteDir)
    this.siteDir = siteDir
    this.severities = {...settings.severities, ...severities}
    this.settings = {...settings, severities: this.severities}
    this.lint = lint
    const {docs, includes} = settings
    const files = fileLoader({root: siteDir, roots: [docs], includeRoots: includes})
    this.files = new RoundFiles(files, unsaved)
    this.reader = siteReader(siteDir, this.settings, {files: this.files.loader})
  }

  /** Reads every page and says what is wrong with them. */
  run(): CheckResult {
    const {siteDir, settings, severities, reader} = this
    this.files.refresh()
    reader.refresh()
    const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
    const textOf = (path: string): string | undefined => this.textOf(path)
    const messages = [
      ...reader.messages(),
      ...pages.flatMap((page) => page.messages),
      ...checkPages(siteDir, settings, pages, {severities, textOf}),
      ...this.lint(pages, severities),
    ]
    return {pages, messages: uniqueMessages(messages)}
  }

  /** The substitutions that a file defines itself. */
  definitionsIn(path: string): SubstitutionDefinition[] {
    return definitionsIn({path, text: this.textOf(path) ?? ''})
  }

  /** The file that a path in an include directive leads to; `undefined` if there is none. */
  includedFile(written: string, place: IncludePlace): string | undefined {
    return includedFile(written, place, this.settings, this.files.loader)
  }

  /** What a path in an include directive may go on with, after the folder that is written. */
  includable(folder: string, place: IncludePlace): PathEntry[] {
    return includable(folder, place, this.settings, this.siteDir)
  }

  private textOf(path: string): string | undefined {
    const file = this.files.loader({path, written: path, from: path, document: path})
    return 'refusal' in file ? undefined : file.text
  }
}
