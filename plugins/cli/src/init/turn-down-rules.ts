import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {SiteCheck} from '@handrail/check'

/** A rule that pages break, and how often. */
export interface BrokenRule {
  rule: string
  errors: number
}

/**
 * Makes warnings of the errors that the pages of a new site have: Sphinx builds an old tree with
 * its mistakes, and so its first build here stops at none of them. The rules are written to the
 * site's package.json, where a person takes them out again.
 *
 * @returns the rules, the most broken one first
 */
export function turnDownRules(siteDir: string): BrokenRule[] {
  const counts = new Map<string, number>()
  for (const {fatal, ruleId} of new SiteCheck(siteDir).run().messages) {
    if (fatal && ruleId) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  }
  const broken = [...counts].map(([rule, errors]) => ({rule, errors}))
  broken.sort((a, b) => b.errors - a.errors)
  if (broken.length) writeSeverities(siteDir, broken)
  return broken
}

function writeSeverities(siteDir: string, broken: readonly BrokenRule[]): void {
  const file = join(siteDir, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.handrail.severities = Object.fromEntries(broken.map(({rule}) => [rule, 'warning']))
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}
