import type {Root, Heading} from 'mdast'
import type {Node} from 'unist'
import type {Runbook} from '@handrail/runbook'
import type {ElsewherePage, HandbookPage} from '../book.ts'
import {asAny, idOf} from '../tree/nodes.ts'
import {headingIds} from './heading-ids.ts'
import {labelOf} from './labels.ts'
import {folderOf, joinPath, sameRoute} from './paths.ts'

/** A printed page, ready to be written and to be pointed at. */
export interface PrintedPage extends HandbookPage {
  readonly root: Root
  readonly headings: ReadonlyMap<Heading, string>
  /** Every id on the page, with the one that is printed: an id within a heading is the heading's. */
  readonly ids: ReadonlyMap<string, string>
  readonly runbook?: Runbook
}

/** Where a link leads, on paper. */
export type Target =
  | {readonly kind: 'label'; readonly label: string}
  | {readonly kind: 'address'; readonly url: string}
  /** `label` is the page, where only the place on it is missing. */
  | {readonly kind: 'dead'; readonly label?: string}

/** Finds where a link of a page leads. */
export type Resolve = (url: string, from: PrintedPage) => Target

/** Prepares a page for print: its headings' ids and every other id on it. */
export function printedPage(page: HandbookPage, runbook?: Runbook): PrintedPage {
  const headings = headingIds(page.root)
  const ids = new Map<string, string>()
  const visit = (node: Node, within?: string) => {
    const own = headings.get(node as Heading)
    const id = idOf(node)
    const printed = within ?? own ?? id
    if (own !== undefined && !ids.has(own)) ids.set(own, printed!)
    if (id && !ids.has(id)) ids.set(id, printed!)
    asAny(node).children?.forEach((child) => visit(child, within ?? own))
  }
  visit(page.root)
  return {...page, headings, ids, ...(runbook && {runbook})}
}

/** Makes the one function that knows all pages, printed and not. */
export function resolver(
  pages: readonly PrintedPage[],
  elsewhere: readonly ElsewherePage[],
  siteUrl: string | undefined,
): Resolve {
  const printed = addresses(pages)
  const others = addresses(elsewhere)
  return (url, from) => {
    if (/^(?:javascript|vbscript|data|blob|file):/i.test(url.trim())) return {kind: 'dead'}
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) && !/^(?:doc|pathname):/.test(url)) {
      return {kind: 'address', url}
    }
    const [, path = '', id = ''] =
      /^(?:doc:|pathname:\/\/)?([^#?]*)(?:\?[^#]*)?(?:#([\s\S]*))?$/.exec(url)!
    if (path === '') return place(from, safeDecode(id))
    const page = find(printed, path, from)
    if (page) return place(page, safeDecode(id))
    const other = find(others, path, from)
    if (!other) return {kind: 'dead'}
    const anchor = id ? `#${id}` : ''
    return {kind: 'address', url: `${siteUrl ?? ''}${other.routes[0] ?? `/${other.path}`}${anchor}`}
  }
}

function place(page: PrintedPage, id: string): Target {
  const top = labelOf(page.path)
  if (id === '') return {kind: 'label', label: top}
  const printed = page.ids.get(id)
  return printed === undefined
    ? {kind: 'dead', label: top}
    : {kind: 'label', label: labelOf(page.path, printed)}
}

interface Addresses<Page> {
  readonly byPath: ReadonlyMap<string, Page>
  readonly byRoute: ReadonlyMap<string, Page>
}

function addresses<Page extends {path: string; routes?: readonly string[]}>(
  pages: readonly Page[],
): Addresses<Page> {
  return {
    byPath: new Map(pages.map((page) => [page.path, page])),
    byRoute: new Map(
      pages.flatMap((page) => (page.routes ?? []).map((route) => [sameRoute(route), page])),
    ),
  }
}

function find<Page>({byPath, byRoute}: Addresses<Page>, url: string, from: PrintedPage) {
  const path = safeDecode(url)
  if (path.startsWith('@site/')) return byPath.get(path.slice('@site/'.length))
  if (path.startsWith('/')) return byRoute.get(sameRoute(path)) ?? byPath.get(path.slice(1))
  const file = joinPath(folderOf(from.path), path)
  const page = file === undefined ? undefined : byPath.get(file)
  if (page) return page
  for (const route of from.routes ?? []) {
    const resolved = joinPath(folderOf(route), path)
    const found = resolved === undefined ? undefined : byRoute.get(sameRoute(`/${resolved}`))
    if (found) return found
  }
  return undefined
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
