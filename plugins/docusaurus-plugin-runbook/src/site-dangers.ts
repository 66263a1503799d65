import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Runbook} from '@handrail/runbook'
import {type Verification, findingsOf, parseVerification} from '@handrail/runbook/verified'
import type {Danger} from '@handrail/runbook-element'
import {siteSettings} from 'remark-rst/site'

/**
 * What the model of the system found about the steps of a site's runbooks, by `RUNBOOK#STEP`: from
 * `runbooks/verified.json` in the folder of the pages, which `handrail verify --write` writes. A
 * runbook that has changed since it was checked has no marks; they might be of another text.
 */
export function siteDangers(
  siteDir: string,
  runbooks: readonly Runbook[],
): ReadonlyMap<string, Danger> {
  const verification = siteVerification(siteDir)
  const marks = runbooks.flatMap((runbook) =>
    verification ? (findingsOf(verification, runbook)?.dangers ?? []) : [],
  )
  return new Map(marks.map((mark) => [`${mark.runbook}#${mark.step}`, mark]))
}

/** What the checker found about a site's runbooks; undefined where nothing was kept. */
export function siteVerification(siteDir: string): Verification | undefined {
  const file = join(siteDir, siteSettings(siteDir).docs, 'runbooks/verified.json')
  return existsSync(file) ? parseVerification(readFileSync(file, 'utf8')) : undefined
}
