import {join, relative, resolve} from 'node:path'
import type {LoadContext} from '@docusaurus/types'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, isRunbook, lintRunbooks, readRunbook} from '@handrail/runbook'
import {sourceDate} from 'remark-rst/head-commit'
import type {Page, PageReader} from 'remark-rst/read-page'
import {type SiteSettings, siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {reportRunbooks} from './report-runbooks.ts'
import {siteVerification} from './site-dangers.ts'

type Site = Pick<LoadContext, 'siteDir' | 'localizationDir' | 'i18n'>

export interface ReadSiteRunbooks {
  /** As they were written. */
  originals: readonly Runbook[]
  /** In the language of this build where they are translated, under the absolute paths of the originals. */
  shown: readonly Runbook[]
}

/** The runbooks of a site, read again and again: what has not changed is not read twice. */
export class SiteRunbooks {
  private readonly siteDir: string
  private readonly settings: SiteSettings
  private readonly reader: PageReader
  /** What reads the pages of the language of this build, if it is not the one they are written in. */
  private readonly translated: PageReader | undefined
  private readonly translatedDocs: string
  private readonly language: string
  private reported = ''

  constructor({siteDir, localizationDir, i18n}: Site) {
    const {currentLocale, defaultLocale, localeConfigs} = i18n
    const folder = join(localizationDir, 'docusaurus-plugin-content-docs', 'current')
    this.siteDir = siteDir
    this.settings = siteSettings(siteDir)
    this.reader = siteReader(siteDir, this.settings)
    this.translatedDocs = relative(siteDir, folder)
    this.language = localeConfigs[currentLocale]?.htmlLang ?? currentLocale
    if (currentLocale !== defaultLocale) {
      this.translated = siteReader(siteDir, {...this.settings, docs: this.translatedDocs})
    }
  }

  /** Globs of everything that can change a runbook. */
  get paths(): string[] {
    const {docs, includes, prolog, epilog} = this.settings
    const pages = [docs, ...(this.translated ? [this.translatedDocs] : [])]
    return [
      ...pages.map((folder) => `${folder}/**/*.{md,mdx,rst}`),
      ...includes.map((folder) => `${folder}/**/*`),
      ...prolog,
      ...epilog,
    ].map((path) => resolve(this.siteDir, path))
  }

  /**
   * Reads all of them. Says what is wrong with them whenever that is not what it was.
   *
   * @throws in a production build if one of them has an error; a writer's server goes on.
   */
  read(): ReadSiteRunbooks {
    const {siteDir, settings, reader, translated} = this
    reader.refresh()
    translated?.refresh()
    const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
    const {severities} = settings
    const options = {
      vocabulary,
      date: sourceDate(siteDir),
      verification: siteVerification(siteDir),
      ...(severities && {severities}),
    }
    const {runbooks, messages} = lintRunbooks(pages, options)
    const all: VFileMessage[] = [...messages]
    const names = new Set(runbooks.map(({name}) => name))
    const shown = runbooks.map((original) => {
      const translation = this.translation(original, names)
      all.push(...(translation?.messages ?? []))
      return {...(translation?.runbook ?? original), path: resolve(siteDir, original.path)}
    })
    this.reported = reportRunbooks(all, this.reported)
    return {originals: runbooks, shown}
  }

  private translation(original: Runbook, runbooks: ReadonlySet<string>) {
    const path = join(this.translatedDocs, relative(this.settings.docs, original.path))
    const page: Page | undefined = this.translated?.read(path)
    if (!page || !isRunbook(page.frontMatter)) return undefined
    const source = {root: page.tree, head: page.frontMatter, path, runbooks, vocabulary}
    const read = readRunbook({...source, original, language: this.language})
    const broken = read.messages.some(({fatal}) => fatal)
    return broken ? {messages: read.messages} : read
  }
}
