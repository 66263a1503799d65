import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import type {LoadContext} from '@docusaurus/types'
import {excludedBy, isRstFile} from 'remark-rst/site'

export type ContentKind = 'docs' | 'blog' | 'pages'

/** A content plugin of the site, as far as it concerns us: where its pages are. */
export interface ContentSource {
  kind: ContentKind
  id: string
  /** Relative to the site. */
  path: string
}

/** A folder of pages, and that of their translations into the current locale; absolute paths. */
export interface ContentFolder {
  kind: ContentKind
  original: string
  localized: string
}

type Site = Pick<LoadContext, 'siteDir' | 'localizationDir'>

/** All folders of pages: of each content plugin, of docs the current version and older ones. */
export function contentFolders(sources: readonly ContentSource[], site: Site): ContentFolder[] {
  return sources.flatMap((source) => {
    const {kind, id} = source
    const original = path.resolve(site.siteDir, source.path)
    const name = `docusaurus-plugin-content-${kind}${id === 'default' ? '' : `-${id}`}`
    const localized = path.join(site.localizationDir, name)
    if (kind !== 'docs') return [{kind, original, localized}]
    const current = {kind, original, localized: path.join(localized, 'current')}
    return [current, ...versionFolders(id, localized, site)]
  })
}

function versionFolders(id: string, localized: string, {siteDir}: Site): ContentFolder[] {
  const versioned = path.join(siteDir, `${id === 'default' ? '' : `${id}_`}versioned_docs`)
  if (!existsSync(versioned)) return []
  return readdirSync(versioned, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => ({
      kind: 'docs' as const,
      original: path.join(versioned, name),
      localized: path.join(localized, name),
    }))
}

/** The paths of all folders. */
export function allPaths(folders: readonly ContentFolder[]): string[] {
  return folders.flatMap(({original, localized}) => [original, localized])
}

/** The folder a page is in, itself or as a translation. */
export function folderOf(
  file: string,
  folders: readonly ContentFolder[],
): ContentFolder | undefined {
  return folders.find((folder) => isIn(file, folder.original) || isIn(file, folder.localized))
}

/** Where the translation of a page is, or would be; undefined for one that is a translation. */
export function translationOf(file: string, folders: readonly ContentFolder[]): string | undefined {
  const folder = folders.find(({original}) => isIn(file, original))
  return folder && path.join(folder.localized, path.relative(folder.original, file))
}

/** The page of which a page is the translation. */
export function originalOf(file: string, folders: readonly ContentFolder[]): string | undefined {
  const folder = folders.find(({localized}) => isIn(file, localized))
  return folder && path.join(folder.original, path.relative(folder.localized, file))
}

function isIn(file: string, folder: string): boolean {
  return file.startsWith(folder + path.sep)
}

/**
 * The pages in RST of a folder, each in the current locale if it is translated.
 *
 * @param options.exclude patterns of pages that are left out, relative to the folder
 */
export function rstPages(
  {original, localized}: ContentFolder,
  {exclude, suffixes}: {exclude: readonly string[]; suffixes: readonly string[]},
): string[] {
  const isExcluded = excludedBy(exclude)
  const translated = new Set(rstNames(localized, suffixes))
  const untranslated = rstNames(original, suffixes).filter(
    (name) => !translated.has(name) && !isExcluded(name.replaceAll(path.sep, '/')),
  )
  return [
    ...untranslated.map((name) => path.join(original, name)),
    ...[...translated].map((name) => path.join(localized, name)),
  ]
}

function rstNames(folder: string, suffixes: readonly string[]): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
    isRstFile(name, suffixes),
  )
}
