import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Runbook} from '@handrail/runbook'
import {findingsOf, parseVerification} from '@handrail/runbook/verified'
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
  const verification = parseVerification(verifiedText(siteDir))
  const marks = runbooks.flatMap((runbook) =>
    verification ? (findingsOf(verification, runbook)?.dangers ?? []) : [],
  )
  return new Map(marks.map((mark) => [`${mark.runbook}#${mark.step}`, mark]))
}

function verifiedText(siteDir: string): string {
  try {
    return readFileSync(join(siteDir, siteSettings(siteDir).docs, 'runbooks/verified.json'), 'utf8')
  } catch {
    return ''
  }
}
