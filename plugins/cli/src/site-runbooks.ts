import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, readRunbooks} from '@handrail/runbook'
import type {Page} from 'remark-rst/read-page'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'

/** A site's pages and runbooks, with everything there is to say about their text. */
export interface SiteRunbooks {
  pages: readonly Page[]
  runbooks: readonly Runbook[]
  messages: readonly VFileMessage[]
}

/** Reads all pages of a site, and the runbooks among them. */
export function siteRunbooks(siteDir: string): SiteRunbooks {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  const {runbooks, messages} = readRunbooks(pages, {vocabulary})
  const ofPages = pages.flatMap((page) => page.messages)
  return {pages, runbooks, messages: [...reader.messages(), ...ofPages, ...messages]}
}
