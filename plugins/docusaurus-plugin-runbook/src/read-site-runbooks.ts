import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, readRunbooks} from '@handrail/runbook'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'

/** Reads the runbooks among the pages of a site. */
export function readSiteRunbooks(siteDir: string): {
  runbooks: readonly Runbook[]
  messages: readonly VFileMessage[]
} {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  return readRunbooks(pages, {vocabulary})
}
