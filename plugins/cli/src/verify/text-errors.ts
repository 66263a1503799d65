import {vocabulary} from '@handrail/cluster/vocabulary'
import {lintRunbooks} from '@handrail/runbook'
import {formatMessage} from 'remark-rst'
import {sourceDate} from 'remark-rst/head-commit'
import {siteSettings} from 'remark-rst/site'
import type {SiteRunbooks} from '../site-runbooks.ts'

/**
 * The errors in the text of runbooks, a paragraph each: what a line that no system knows does, or a
 * condition that cannot be read, no model can tell. Warnings are for `handrail check`.
 *
 * @param names runbooks; all if there are none.
 */
export function textErrors(
  {pages}: Pick<SiteRunbooks, 'pages'>,
  names: readonly string[],
  site: string,
): string[] {
  const {severities = {}} = siteSettings(site)
  const {runbooks, messages} = lintRunbooks(pages, {vocabulary, date: sourceDate(site), severities})
  const others = runbooks.filter(({name}) => names.length > 0 && !names.includes(name))
  const otherFiles = new Set<string | undefined>(others.map(({path}) => path))
  return messages.filter(({fatal, file}) => fatal && !otherFiles.has(file)).map(formatMessage)
}
