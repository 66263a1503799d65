import {vocabulary} from '@handrail/cluster'
import {readRunbooks} from '@handrail/runbook'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'

/** Reads every page and runbook of a site and returns what is wrong with them, page by page. */
export function checkSite(siteDir: string): {pages: number; messages: VFileMessage[]} {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  const messages = [
    ...reader.messages(),
    ...pages.flatMap((page) => page.messages),
    ...readRunbooks(pages, {vocabulary}).messages,
  ]
  return {pages: pages.length, messages}
}
