import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {SiteCheck, type SiteCheckOptions} from '@handrail/check'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {lintRunbooks} from '@handrail/runbook'
import {sourceDate} from 'remark-rst/head-commit'
import {CommandFailure} from '../command-failure.ts'
import {keptVerification} from '../verify/kept-verification.ts'

/**
 * The check of a site with its runbooks.
 *
 * @throws CommandFailure if there are no pages in that folder
 */
export function siteCheck(siteDir: string, options: Omit<SiteCheckOptions, 'lint'>): SiteCheck {
  const date = sourceDate(siteDir)
  const kept = () => keptVerification(join(siteDir, site.settings.docs, 'runbooks/verified.json'))
  const site: SiteCheck = new SiteCheck(siteDir, {
    ...options,
    lint: (pages, severities) =>
      lintRunbooks(pages, {vocabulary, date, severities, verification: kept()}).messages,
  })
  const {docs} = site.settings
  if (!existsSync(join(siteDir, docs))) throw new CommandFailure(`no folder ${docs} in ${siteDir}`)
  return site
}
