import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import type {LoadContext} from '@docusaurus/types'

export type ContentKind = 'docs' | 'blog' | 'pages'

/** A content plugin of the site, as far as it concerns us: where its pages are. */
export interface ContentSource {
  kind: ContentKind
  id: string
  /** Relative to the site. */
  path: string
}

type Site = Pick<LoadContext, 'siteDir' | 'localizationDir'>

/** All folders of pages: of the current version, of older ones, and of the current locale. */
export function contentFolders(sources: readonly ContentSource[], site: Site): string[] {
  return sources.flatMap((source) => [
    path.resolve(site.siteDir, source.path),
    ...versionFolders(source, site),
    ...localizedFolders(source, site),
  ])
}

function versionFolders({kind, id}: ContentSource, {siteDir}: Site): string[] {
  if (kind !== 'docs') return []
  return foldersIn(path.join(siteDir, id === 'default' ? 'versioned_docs' : `${id}_versioned_docs`))
}

function localizedFolders({kind, id}: ContentSource, {localizationDir}: Site): string[] {
  const name = `docusaurus-plugin-content-${kind}${id === 'default' ? '' : `-${id}`}`
  const folder = path.join(localizationDir, name)
  return kind === 'docs' ? foldersIn(folder) : [folder]
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map(({name}) => path.join(folder, name))
  } catch {
    return []
  }
}

/** All pages in RST below a folder. */
export function rstFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.rst'))
    .map((name) => path.join(folder, name))
}
