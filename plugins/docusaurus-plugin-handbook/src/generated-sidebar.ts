import {readFileSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import type {SidebarItem} from './outline.ts'
import type {SitePage} from './site-page.ts'

interface Placed {
  readonly item: SidebarItem
  readonly position: number
  readonly name: string
}

/** What a `_category_.json` may say of its folder. */
interface CategoryFile {
  readonly label?: string
  readonly position?: number
}

/**
 * The sidebar Docusaurus generates of a folder: pages and folders by their positions, then by
 * name; a folder is a category, which the page `index`, or one of the folder's name, stands for.
 *
 * @param folder relative to the site
 */
export function generatedSidebar(
  pages: readonly SitePage[],
  folder: string,
  siteDir: string,
): readonly SidebarItem[] {
  const here = pages.filter(({path}) => dirname(path) === folder)
  const below = new Set(pages.flatMap(({path}) => folderBelow(folder, path) ?? []))
  const entries = [
    ...here.map(pageEntry),
    ...[...below].map((name) => folderEntry(pages, join(folder, name), siteDir)),
  ]
  entries.sort((a, b) => a.position - b.position || compare(a.name, b.name))
  return entries.map(({item}) => item)
}

/** The first folder on the way from a folder to a file below it. */
function folderBelow(folder: string, path: string): string | undefined {
  const parts = relative(folder, path).split('/')
  return parts.length > 1 && parts[0] !== '..' ? parts[0] : undefined
}

function pageEntry({id, path, frontMatter}: SitePage): Placed {
  const name = basename(path)
  return {item: id, name, position: positionOf(frontMatter['sidebar_position'], name)}
}

function folderEntry(pages: readonly SitePage[], path: string, siteDir: string): Placed {
  const name = basename(path)
  const {label = name.replace(/^\d+[-_. ]+/, ''), position} = categoryFile(join(siteDir, path))
  const own = pages.find((page) => dirname(page.path) === path && standsFor(page.path, name))
  const rest = pages.filter((page) => page !== own)
  const items = generatedSidebar(rest, path, siteDir)
  const item: SidebarItem = {
    type: 'category',
    label,
    items,
    ...(own && {link: {type: 'doc', id: own.id}}),
  }
  return {item, name, position: positionOf(position, name)}
}

function standsFor(path: string, folder: string): boolean {
  const name = basename(path)
    .replace(/\.\w+$/, '')
    .toLowerCase()
  return name === 'index' || name === 'readme' || name === folder.toLowerCase()
}

function categoryFile(folder: string): CategoryFile {
  try {
    return JSON.parse(readFileSync(join(folder, '_category_.json'), 'utf8')) as CategoryFile
  } catch {
    return {}
  }
}

/** What has no position comes after what has one. */
function positionOf(given: unknown, name: string): number {
  const position = Number(given ?? /^(\d+)[-_. ]/.exec(name)?.[1] ?? NaN)
  return Number.isFinite(position) ? position : Number.MAX_SAFE_INTEGER
}

/** By code point: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
