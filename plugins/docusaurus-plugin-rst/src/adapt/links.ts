import path from 'node:path'
import {decodedPath, joinPath} from '@handrail/rst'
import type {Link, Root} from 'mdast'
import type {MdxJsxTextElement} from 'mdast-util-mdx'
import {visit} from 'unist-util-visit'
import type {Engine} from '../engine.ts'
import type {Routes} from '../routes.ts'
import {inlineElement} from './jsx.ts'

/** A path to a page: relative or from the root of the content, maybe with an anchor. */
const localPath = /^(?![a-z][a-z\d+.-]*:|\/\/|#)([^?#]*)(.*)$/i

/** What Docusaurus resolves links against to tell local ones from others. */
const anyBase = 'unspecified://'

/** What is known of the site that links lead through. */
type LinkSite = Pick<Engine, 'isRst' | 'anchors'> & {routes: Pick<Routes, 'resolve' | 'findFile'>}

/**
 * Points links at the addresses of pages. Docusaurus does so for `.md` and `.mdx` only (and reports
 * those that lead nowhere): a link to an `.rst` file would become a download of it.
 */
export function adaptLinks(tree: Root, file: string, site: LinkSite): void {
  visit(tree, ['link', 'definition'], (node, index, parent) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const url = adapted(node.url, file, site)
    if (url.isPlain && node.type === 'link' && parent) parent.children[index!] = plainLink(node)
    else node.url = url.address
  })
}

/** What becomes of the links of a page, in words: it changes where another page moves. */
export function describeLinks(
  links: readonly {url: string}[],
  file: string,
  site: LinkSite,
): string[] {
  return links.map(({url}) => JSON.stringify(adapted(url, file, site)))
}

/** Where a link leads; it is plain if it is not to be looked at any more. */
function adapted(url: string, file: string, site: LinkSite): {address: string; isPlain: boolean} {
  if (!URL.canParse(url, anyBase)) return {address: url, isPlain: true}
  const target = pageTarget(url, (path) => site.isRst(path))
  const permalink = target && site.routes.resolve(target.path, file)
  const address = permalink ? permalink + target.rest : url
  if (!site.isRst(file)) return {address, isPlain: false}
  const named = localPath.exec(url)?.[1]
  if (named && !permalink) return toFile(url, named, file, site)
  return toAnchor(address, target ? path.resolve(path.dirname(file), target.path) : file, site)
}

/**
 * A file beside the pages becomes part of the site. What is not there, such as a page that Sphinx
 * makes itself, is reported when the pages are checked, and its link stays as it was written.
 */
function toFile(
  url: string,
  path: string,
  page: string,
  site: LinkSite,
): {address: string; isPlain: boolean} {
  const decoded = decodedPath(path)
  const way = site.routes.findFile(decoded, page)
  if (!way) return {address: url, isPlain: !isOfSite(decoded) || /\.html?$/i.test(path)}
  const address = way.split('/').map(encodeURIComponent).join('/')
  return {address: address + url.slice(path.length), isPlain: false}
}

/**
 * Whether a path may lead to a part of the site that is no page of ours, such as its blog. It must
 * not lead above the top: Docusaurus would publish what it finds there.
 */
function isOfSite(path: string): boolean {
  const [, fromTop] = /^(?:@site)?\/+(.*)$/s.exec(path) ?? []
  return (
    fromTop !== undefined && !path.includes('://') && !/^\.\.(\/|$)/.test(joinPath('', fromTop))
  )
}

/**
 * A link to a place its page does not have is reported when the pages are checked, and then shown
 * as it was written: a tree with old mistakes can be built. It leads to the title of that name,
 * though, if there is one: where a link repeats a title, docutils gives the title another id.
 */
function toAnchor(
  address: string,
  page: string,
  site: LinkSite,
): {address: string; isPlain: boolean} {
  const [start, id] = address.split(/#(.*)/s)
  const known = id ? site.anchors(page) : undefined
  if (!known || known.ids.has(decodedPath(id!))) return {address, isPlain: false}
  const title = known.titles.get(id!)
  return {address: title ? `${start}#${title}` : address, isPlain: !title}
}

/**
 * A link to what is no address (`https://<host>`), as it was written: Docusaurus, which resolves
 * all others, would give up the page over it.
 */
function plainLink({url, children}: Link): MdxJsxTextElement {
  return inlineElement('a', {href: url}, children)
}

/** The path of a link that may lead to a page, and what follows it. */
export function pageTarget(
  url: string,
  isRst: (path: string) => boolean,
): {path: string; rest: string} | undefined {
  const [, path = '', rest = ''] = localPath.exec(url) ?? []
  return path && (isRst(path) || /(^|\/)[^/.]+$|\.mdx?$/i.test(path)) ? {path, rest} : undefined
}
