import type {HandbookPage, HandbookPart} from '@handrail/handbook'
import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Page, PageReader} from 'remark-rst/read-page'
import {givenIds} from './given-ids.ts'
import {openPartials} from './open-partials.ts'
import type {OutlineEntry} from './outline.ts'
import type {SitePage} from './site-page.ts'

/**
 * The pages of a handbook in the order of its outline: those that are wanted, and the headings
 * that have one below them. A heading over everything is none, and levels start at one.
 */
export function selectPages(
  outline: readonly OutlineEntry[],
  wanted: ReadonlyMap<string, SitePage>,
  reader: PageReader,
): (HandbookPage | HandbookPart)[] {
  const kept = outline.filter((entry, at) =>
    'id' in entry ? wanted.has(entry.id) : hasPages(outline, at, wanted),
  )
  const [first, ...rest] = kept
  const overAll = first && 'part' in first && rest.every((entry) => levelOf(entry) > levelOf(first))
  const shown = overAll ? rest : kept
  const top = Math.min(...shown.map(levelOf)) - 1
  return shown.flatMap((entry) => {
    const level = levelOf(entry) - top
    if ('part' in entry) return {part: entry.part, level}
    const {path, routes} = wanted.get(entry.id)!
    const page = reader.read(path)
    if (!page) return []
    const root = givenIds(openPartials(page, reader))
    return {path, title: titleOf(page, root), root, level, routes}
  })
}

function titleOf({frontMatter, path}: Page, root: Root): string {
  if (typeof frontMatter['title'] === 'string') return frontMatter['title']
  const heading = root.children.find((node) => node.type === 'heading')
  return heading ? toString(heading) : path
}

/** Whether a page that is wanted comes before the next heading that is not below this one. */
function hasPages(
  outline: readonly OutlineEntry[],
  at: number,
  wanted: ReadonlyMap<string, SitePage>,
): boolean {
  const level = levelOf(outline[at]!)
  for (const entry of outline.slice(at + 1)) {
    if (levelOf(entry) <= level) return false
    if ('id' in entry && wanted.has(entry.id)) return true
  }
  return false
}

function levelOf({level = 1}: OutlineEntry): number {
  return level
}
