import {writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {cluster} from '@handrail/cluster/model'
import type {Runbook} from '@handrail/runbook'
import {type CheckReport, fingerprint, verificationOf, worseThan} from '@handrail/runbook/check'
import {changedSince} from '@handrail/runbook/verified'
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
 * What is other than what `verified.json` keeps, a line each: a model, heads and steps that are not
 * as they were then, and, if it was the same check, what is worse or answered otherwise.
 */
export function otherThanKept(
  report: CheckReport,
  runbooks: readonly Runbook[],
  site: string,
): string[] {
  const kept = keptVerification(fileOf(runbooks, site))
  if (!kept) return []
  const model = kept.model === fingerprint(cluster) ? [] : ['The model is not as it was then.']
  const areAll = report.runbooks.length === kept.runbooks.length
  const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const lines = report.runbooks.flatMap((now) => {
    const before = kept.runbooks.find(({runbook}) => runbook === now.runbook)
    if (!before) return [`${now.runbook}: It was never checked.`]
    const changes = changedSince(before, byName.get(now.runbook)!)
    const changed = changes.map(({what}) => `${what} is not as it was checked.`)
    const worse = kept.faults === report.faults ? worseThan(before, now, areAll) : []
    return [...changed, ...worse].map((line) => `${now.runbook}: ${line}`)
  })
  return [...model, ...lines]
}

function fileOf([first]: readonly Runbook[], site: string): string {
  if (!first) throw new CommandFailure(`no runbooks in ${site}`)
  return join(site, dirname(first.path), 'verified.json')
}
