import {execFileSync} from 'node:child_process'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {lint, readRunbooks} from '@handrail/runbook'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'

/** Reads every page and runbook of a site and returns what is wrong with them, page by page. */
export function checkSite(siteDir: string): {pages: number; messages: VFileMessage[]} {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  const {runbooks, messages} = readRunbooks(pages, {vocabulary})
  const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const context = {vocabulary, runbooks: byName, date: commitDate(siteDir)}
  return {
    pages: pages.length,
    messages: [
      ...reader.messages(),
      ...pages.flatMap((page) => page.messages),
      ...messages,
      ...runbooks.flatMap((runbook) => lint(runbook, context)),
    ],
  }
}

/** ISO date of the last commit, so that an old checkout is judged as of its day; else today. */
function commitDate(folder: string): string {
  try {
    const words = ['-C', folder, 'log', '-1', '--format=%cs']
    const stdio = ['ignore', 'pipe', 'ignore'] as ('ignore' | 'pipe')[]
    return execFileSync('git', words, {encoding: 'utf8', stdio}).trim()
  } catch {
    return new Date().toISOString().slice(0, 10)
  }
}
