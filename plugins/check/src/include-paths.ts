import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {joinPath, type Load, parentPath} from '@handrail/rst'
import type {SiteSettings} from 'remark-rst/site'

/** The place of an include directive: the file it is written in, and a page that file is part of. */
export interface IncludePlace {
  file: string
  page: string
}

/** Something in a folder that a path may lead to. */
export interface PathEntry {
  name: string
  isFolder: boolean
}

type PathSettings = Pick<SiteSettings, 'docs' | 'includes' | 'includeBase'>

/** The file that a written path includes; `undefined` if there is none that may be read. */
export function includedFile(
  written: string,
  {file, page}: IncludePlace,
  {includeBase}: PathSettings,
  load: Load,
): string | undefined {
  const path = joinPath(parentPath(includeBase === 'file' ? file : page), written)
  const found = load({path, written, from: file, document: page})
  return 'refusal' in found ? undefined : found.path
}

/**
 * What a path that begins with this folder may go on with: the files and folders where it leads,
 * and those of the folders of fragments where it leads out of the pages.
 *
 * @param written the folder as the writer began it, with its last `/`; may be empty
 */
export function includable(
  written: string,
  {file, page}: IncludePlace,
  {docs, includes, includeBase}: PathSettings,
  siteDir: string,
): PathEntry[] {
  const direct = joinPath(parentPath(includeBase === 'file' ? file : page), written)
  const roots = [docs, ...includes]
  const rest = written.replace(/^(\.{0,2}\/)+/, '')
  const folders = [
    ...(roots.some((root) => isWithin(direct, root)) ? [direct] : []),
    ...(/^\.{0,2}\//.test(written) ? includes.map((root) => join(root, rest)) : []),
  ]
  const entries = folders.flatMap((folder) => entriesIn(join(siteDir, folder)))
  return [...new Map(entries.map((entry) => [entry.name, entry])).values()]
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`)
}

function entriesIn(folder: string): PathEntry[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter(({name}) => !name.startsWith('.'))
      .map((entry) => ({name: entry.name, isFolder: entry.isDirectory()}))
  } catch {
    return []
  }
}
