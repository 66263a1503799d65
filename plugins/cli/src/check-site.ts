import {execFileSync} from 'node:child_process'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {lint} from '@handrail/runbook'
import type {VFileMessage} from 'vfile-message'
import {siteRunbooks} from './site-runbooks.ts'

/** Reads every page and runbook of a site and returns what is wrong with them. */
export function checkSite(siteDir: string): {pages: number; messages: VFileMessage[]} {
  const {pages, runbooks, messages} = siteRunbooks(siteDir)
  const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const context = {vocabulary, runbooks: byName, date: commitDate(siteDir)}
  const lints = runbooks.flatMap((runbook) => lint(runbook, context))
  return {pages: pages.length, messages: [...messages, ...lints]}
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
