import type {LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs'
import {toVersionMetadataProp} from '@docusaurus/plugin-content-docs/lib/props.js'
import type {AllContent, LoadContext, RouteConfig} from '@docusaurus/types'
import {normalizeUrl} from '@docusaurus/utils'

/**
 * Routes that show a page of the docs at a second address. They lead to the same module, and the
 * page names the first address as its canonical one. Sidebars and links only know that one.
 */
export function aliasRoutes(
  aliases: Record<string, string>,
  allContent: AllContent,
  {baseUrl}: Pick<LoadContext, 'baseUrl'>,
): RouteConfig[] {
  return Object.entries(aliases).map(([alias, address]) => {
    const found = findDoc(normalizeUrl([baseUrl, address]), allContent)
    if (!found) {
      throw new Error(`Unexpected alias ${alias} of ${address}, expected the address of a page`)
    }
    return aliasRoute(normalizeUrl([baseUrl, alias]), found)
  })
}

interface FoundDoc {
  pluginId: string
  version: LoadedVersion
  doc: LoadedVersion['docs'][number]
}

function findDoc(permalink: string, allContent: AllContent): FoundDoc | undefined {
  const instances = allContent['docusaurus-plugin-content-docs'] as
    Record<string, LoadedContent | undefined> | undefined
  for (const [pluginId, content] of Object.entries(instances ?? {})) {
    for (const version of content?.loadedVersions ?? []) {
      const doc = version.docs.find((candidate) => candidate.permalink === permalink)
      if (doc) return {pluginId, version, doc}
    }
  }
  return undefined
}

/** The nesting of routes that pages of the docs stand in: they read version and sidebar from it. */
function aliasRoute(path: string, {pluginId, version, doc}: FoundDoc): RouteConfig {
  const page: RouteConfig = {
    path,
    component: '@theme/AliasedDoc',
    exact: true,
    modules: {content: doc.source},
    ...(doc.sidebar && {sidebar: doc.sidebar}),
  }
  const root: RouteConfig = {path, component: '@theme/DocRoot', exact: false, routes: [page]}
  const versionRoot: RouteConfig = {
    path,
    component: '@theme/DocVersionRoot',
    exact: false,
    props: {version: toVersionMetadataProp(pluginId, version)},
    routes: [root],
  }
  return {path, component: '@theme/DocsRoot', exact: false, routes: [versionRoot]}
}
