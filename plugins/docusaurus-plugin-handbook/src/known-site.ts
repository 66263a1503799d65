import type {AllContent, DocusaurusConfig} from '@docusaurus/types'
import type {Sidebars} from './outline.ts'
import type {KnownSite} from './request.ts'

/** What `@docusaurus/plugin-content-docs` has loaded, as far as print cares. */
interface DocsContent {
  readonly loadedVersions: readonly {
    readonly docs: readonly {readonly source: string; readonly permalink: string}[]
    readonly sidebars: Sidebars
  }[]
}

/** What Docusaurus has loaded of the docs: their sidebars and addresses; of the current version. */
export function knownSite(
  allContent: AllContent,
  {title, url}: Pick<DocusaurusConfig, 'title' | 'url'>,
): KnownSite | undefined {
  const instances = allContent['docusaurus-plugin-content-docs'] ?? {}
  const content = (instances['default'] ?? Object.values(instances)[0]) as DocsContent | undefined
  const version = content?.loadedVersions[0]
  if (!version) return undefined
  const routes = version.docs.map(
    ({source, permalink}) => [source.replace(/^@site\//, ''), permalink] as const,
  )
  return {title, url, sidebars: version.sidebars, routes: new Map(routes)}
}
