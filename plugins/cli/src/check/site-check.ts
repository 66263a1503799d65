import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {checkPages, type Severities, uniqueMessages} from '@handrail/check'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {lintRunbooks} from '@handrail/runbook'
import {sourceDate} from 'remark-rst/head-commit'
import type {Page, PageReader} from 'remark-rst/read-page'
import {siteReader, sitePages, type SiteSettings, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {CommandFailure} from '../command-failure.ts'

export interface CheckResult {
  pages: readonly Page[]
  /** Each once, in the order of files and lines. */
  messages: readonly VFileMessage[]
}

/** Checks a site again and again; what has not changed is not read again. */
export class SiteCheck {
  private readonly siteDir: string
  private readonly severities: Severities
  private readonly settings: SiteSettings
  private readonly reader: PageReader

  /**
   * @param severities by rule; they win over those of the site's settings
   * @throws CommandFailure if there are no pages in that folder
   */
  constructor(siteDir: string, severities: Severities = {}) {
    const settings = siteSettings(siteDir)
    if (!existsSync(join(siteDir, settings.docs))) {
      throw new CommandFailure(`no folder ${settings.docs} in ${siteDir}`)
    }
    this.siteDir = siteDir
    this.severities = {...settings.severities, ...severities}
    this.settings = {...settings, severities: this.severities}
    this.reader = siteReader(siteDir, this.settings)
  }

  /** Reads every page and runbook and says what is wrong with them. */
  run(): CheckResult {
    const {siteDir, settings, severities, reader} = this
    reader.refresh()
    const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
    const date = sourceDate(siteDir)
    const messages = [
      ...reader.messages(),
      ...pages.flatMap((page) => page.messages),
      ...checkPages(siteDir, settings, pages, {severities}),
      ...lintRunbooks(pages, {vocabulary, date, severities}).messages,
    ]
    return {pages, messages: uniqueMessages(messages)}
  }
}
