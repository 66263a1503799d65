import {writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {cluster} from '@handrail/cluster/model'
import type {Runbook} from '@handrail/runbook'
import {type CheckReport, verificationOf} from '@handrail/runbook/check'
import {CommandFailure} from '../command-failure.ts'

/** Writes what was found to `verified.json` in the folder of the runbooks. */
export function keepReport(report: CheckReport, runbooks: readonly Runbook[], site: string): void {
  const [first] = runbooks
  if (!first) throw new CommandFailure(`no runbooks in ${site}`)
  if (report.runbooks.length < runbooks.length) {
    throw new CommandFailure('--write keeps what was found about all runbooks: name none')
  }
  const kept = verificationOf(report, cluster, runbooks)
  const file = join(site, dirname(first.path), 'verified.json')
  writeFileSync(file, `${JSON.stringify(kept, null, 1)}\n`)
}
