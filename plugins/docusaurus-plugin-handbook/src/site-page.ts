import {basename, dirname, join, relative} from 'node:path'
import type {PageHead} from './page-head.ts'

/** A page of the site with the names that sidebars and links have for it. */
export interface SitePage extends PageHead {
  /** Docusaurus' id: the path below the docs without ending, or the last part by `id`. */
  readonly id: string
  /** Addresses on the site, the canonical one first. */
  readonly routes: readonly string[]
}

/** Number prefixes that Docusaurus takes for an order and leaves out of ids: `01-intro`. */
const numberPrefix = /^\d+\s*[-_.]+\s*(?=\S)/

/**
 * Names a page as Docusaurus does.
 *
 * @param docs the folder of the pages, relative to the site
 * @param base where the docs are on the site, `/` by default
 */
export function sitePage({path, frontMatter}: PageHead, docs: string, base = '/'): SitePage {
  const name = relative(docs, path).replace(/\.\w+$/, '')
  const folder = unnumbered(dirname(name))
  const {id = basename(name).replace(numberPrefix, '')} = frontMatter as {id?: string}
  const route = join(base, slugOf(folder, id, frontMatter['slug']))
  return {path, frontMatter, id: join(folder, id), routes: [route]}
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
