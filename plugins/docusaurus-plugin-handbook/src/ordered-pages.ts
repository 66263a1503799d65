import {dirname, relative} from 'node:path'
import type {HandbookPage, HandbookPart} from '@handrail/handbook'
import {toString} from 'mdast-util-to-string'
import type {Page} from 'remark-rst/read-page'

/** Folders of the docs that are printed, in this order, each under its heading. */
const parts: readonly {folder: string; part: string}[] = [
  {folder: 'server', part: 'Guide'},
  {folder: 'runbooks', part: 'Runbooks'},
]

/** The pages of the handbook: folder by folder, each as its sidebar has them. */
export function orderedPages(
  pages: readonly Page[],
  docs: string,
): (HandbookPage | HandbookPart)[] {
  return parts.flatMap(({folder, part}) => {
    const own = pages.filter(({path}) => relative(docs, dirname(path)) === folder)
    const sorted = own.sort((a, b) => position(a) - position(b) || (a.path < b.path ? -1 : 1))
    return sorted.length ? [{part}, ...sorted.map((page) => printable(page, docs))] : []
  })
}

/** The address of a page below the site's base. */
export function routeOf({path, frontMatter}: Page, docs: string): string {
  const {slug} = frontMatter
  if (typeof slug === 'string' && slug.startsWith('/')) return slug
  return `/${relative(docs, path)
    .replace(/\.\w+$/, '')
    .replace(/(^|\/)index$/, '')}`
}

function printable(page: Page, docs: string): HandbookPage {
  const {path, tree} = page
  return {path, title: titleOf(page), root: tree, level: 2, routes: [routeOf(page, docs)]}
}

function titleOf({frontMatter, tree, path}: Page): string {
  if (typeof frontMatter['title'] === 'string') return frontMatter['title']
  const heading = tree.children.find((node) => node.type === 'heading')
  return heading ? toString(heading) : path
}

/** Pages without a position come after those with one, as in a generated sidebar. */
function position({frontMatter}: Page): number {
  const given = Number(frontMatter['sidebar_position'])
  return Number.isFinite(given) ? given : Number.MAX_SAFE_INTEGER
}
