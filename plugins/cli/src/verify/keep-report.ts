import {writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {cluster} from '@handrail/cluster/model'
import type {Runbook} from '@handrail/runbook'
import {type CheckReport, verificationOf, worseThan} from '@handrail/runbook/check'
import {CommandFailure} from '../command-failure.ts'
import {keptVerification} from './kept-verification.ts'

/** Writes what was found to `verified.json` in the folder of the runbooks. */
export function keepReport(report: CheckReport, runbooks: readonly Runbook[], site: string): void {
  if (report.runbooks.length < runbooks.length) {
    throw new CommandFailure('--write keeps what was found about all runbooks: name none')
  }
  const kept = verificationOf(report, cluster, runbooks)
  writeFileSync(fileOf(runbooks, site), `${JSON.stringify(kept, null, 1)}\n`)
}

/**
 * What is worse than what `verified.json` keeps of the same check, a line each; a runbook with other
 * commands or choices than those it is about is one of them.
 */
export function worseThanKept(
  report: CheckReport,
  runbooks: readonly Runbook[],
  site: string,
): string[] {
  const kept = keptVerification(fileOf(runbooks, site))
  if (kept?.faults !== report.faults) return []
  const versions = new Map(runbooks.map(({name, version}) => [name, version]))
  return report.runbooks.flatMap((now) => {
    const before = kept.runbooks.find(({runbook}) => runbook === now.runbook)
    if (!before) return []
    const isOther = before.version !== versions.get(now.runbook)
    const other = isOther ? ['Its commands, choices or head are not those that are kept.'] : []
    return [...worseThan(before, now), ...other].map((line) => `${now.runbook}: ${line}`)
  })
}

function fileOf([first]: readonly Runbook[], site: string): string {
  if (!first) throw new CommandFailure(`no runbooks in ${site}`)
  return join(site, dirname(first.path), 'verified.json')
}
