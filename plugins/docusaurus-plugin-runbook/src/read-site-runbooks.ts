import {execFileSync} from 'node:child_process'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, lint, readRunbooks} from '@handrail/runbook'
import {formatMessage} from 'remark-rst'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'

/**
 * Reads the runbooks among the pages of a site and says what is wrong with them.
 *
 * @throws in a production build if one of them has an error; a writer's server goes on.
 */
export function readSiteRunbooks(siteDir: string): {runbooks: readonly Runbook[]} {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const pages = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  const {runbooks, messages} = readRunbooks(pages, {vocabulary})
  const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const context = {vocabulary, runbooks: byName, date: commitDate(siteDir)}
  report([...messages, ...runbooks.flatMap((runbook) => lint(runbook, context))])
  return {runbooks}
}

function report(messages: readonly VFileMessage[]): void {
  if (messages.length === 0) return
  const text = `The runbooks have messages.\n\n${messages.map(formatMessage).join('\n')}\n`
  const fails = messages.some(({fatal}) => fatal) && process.env['NODE_ENV'] === 'production'
  if (fails) throw new Error(text)
  process.stderr.write(text)
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
