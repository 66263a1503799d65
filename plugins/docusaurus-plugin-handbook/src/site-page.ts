import {basename, dirname, join, relative} from 'node:path'
import {toString} from 'mdast-util-to-string'
import type {Page} from 'remark-rst/read-page'

/** A page of the site with the names that sidebars and links have for it. */
export interface SitePage {
  /** Docusaurus' id: the path below the docs without ending, or the last part by `id`. */
  readonly id: string
  readonly title: string
  /** Addresses on the site, the canonical one first. */
  readonly routes: readonly string[]
  readonly page: Page
}

/** Number prefixes that Docusaurus takes for an order and leaves out of ids: `01-intro`. */
const numberPrefix = /^\d+\s*[-_.]+\s*(?=\S)/

/**
 * Names a page as Docusaurus does.
 *
 * @param docs the folder of the pages, relative to the site
 * @param base where the docs are on the site, `/` by default
 */
export function sitePage(page: Page, docs: string, base = '/'): SitePage {
  const {frontMatter} = page
  const path = relative(docs, page.path).replace(/\.\w+$/, '')
  const folder = unnumbered(dirname(path))
  const {id = basename(path).replace(numberPrefix, '')} = frontMatter as {id?: string}
  return {
    id: join(folder, id),
    title: titleOf(page),
    routes: [join(base, slugOf(folder, id, frontMatter['slug']))],
    page,
  }
}

function unnumbered(folder: string): string {
  return folder
    .split('/')
    .map((part) => part.replace(numberPrefix, ''))
    .join('/')
}

function slugOf(folder: string, id: string, slug: unknown): string {
  if (typeof slug === 'string') return slug.startsWith('/') ? slug : join('/', folder, slug)
  return join('/', folder, /^(?:index|readme)$/i.test(id) ? '.' : id)
}

function titleOf({frontMatter, tree, path}: Page): string {
  if (typeof frontMatter['title'] === 'string') return frontMatter['title']
  const heading = tree.children.find((node) => node.type === 'heading')
  return heading ? toString(heading) : path
}
