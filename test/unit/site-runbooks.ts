import {cluster} from '@handrail/cluster'
import {type Runbook, readRunbooks} from '@handrail/runbook'
import {sitePages, siteReader, siteSettings} from 'remark-rst/site'

/** The runbooks that this site ships, in English. */
export function siteRunbooks(): readonly Runbook[] {
  const settings = siteSettings('.')
  const reader = siteReader('.', settings)
  const pages = sitePages('.', settings).filter((path) => path.startsWith('docs/runbooks/'))
  return readRunbooks(
    pages.flatMap((path) => reader.read(path) ?? []),
    {vocabulary: cluster},
  ).runbooks
}
