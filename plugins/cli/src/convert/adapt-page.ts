import {isLocal, lookOf, type Loss, lossOf} from '@handrail/markdown'
import {pageLinks} from '@handrail/check'
import {decodedPath, joinPath, parentPath} from '@handrail/rst'
import type {Heading, Nodes, Root} from 'mdast'
import type {Page} from 'remark-rst/read-page'
import {type PageNames, pathFrom} from './page-names.ts'

/** What is known of the site that a page is part of. */
export interface Surroundings {
  /** All pages, by path. */
  pages: ReadonlyMap<string, Page>
  names: PageNames
  /** Where a file that is no page is written, below the folder of all pages, if it is taken along. */
  copy(path: string): string | undefined
  /** Whether a file is there that is not taken along, as it lies outside of the site. */
  isOutside(path: string): boolean
}

/**
 * Titles and lists of pages as Docusaurus has them: one title a page; a list of pages, unless it is
 * hidden, as a list of links with the titles of the pages.
 */
export function adaptPage(tree: Root, page: string, {pages}: Pick<Surroundings, 'pages'>): Root {
  const children = tree.children.flatMap((node) => withLists(node, page, pages))
  return {...tree, children: withOneTitle(children as Root['children'])}
}

function withOneTitle(nodes: Root['children']): Root['children'] {
  const [first, second] = nodes.filter((node) => node.type === 'heading' && node.depth === 1)
  if (!second) return nodes
  const from = nodes.indexOf(second)
  return nodes.map((node, index) =>
    node.type === 'heading' && node !== first && index >= from
      ? {...node, depth: Math.min(node.depth + 1, 6) as Heading['depth']}
      : node,
  )
}

function withLists(node: Nodes, page: string, pages: Surroundings['pages']): Nodes[] {
  if (node.type === 'leafDirective' && node.name === 'toctree') {
    return node.attributes?.['hidden'] === 'true' ? [] : listOfPages(node, page, pages)
  }
  if (!('children' in node)) return [node]
  const children = node.children.flatMap((child) => withLists(child, page, pages))
  return [{...node, children} as Nodes]
}

function listOfPages(
  {attributes, data}: Extract<Nodes, {type: 'leafDirective'}>,
  page: string,
  pages: Surroundings['pages'],
): Nodes[] {
  const items = (data?.entries ?? []).map(({title, url}) => {
    const target = joinPath(parentPath(page), decodedPath(url.replace(/[#?].*$/s, '')))
    const words = title ?? pages.get(target)?.tree.data?.title ?? url
    return listItem([{type: 'link', url, children: [{type: 'text', value: words}]}])
  })
  const caption = attributes?.['caption']
  return [
    ...(caption ? [paragraph([{type: 'strong', children: [{type: 'text', value: caption}]}])] : []),
    ...(items.length ? [{type: 'list', ordered: false, spread: false, children: items}] : []),
  ] as Nodes[]
}

function paragraph(children: Nodes[]): Nodes {
  return {type: 'paragraph', children} as Nodes
}

function listItem(children: Nodes[]): Nodes {
  return {type: 'listItem', spread: false, children: [paragraph(children)]} as Nodes
}

type Image = Extract<Nodes, {type: 'image'}>

const localLink = /^(?![a-z][a-z\d+.-]*:|\/)([^?#]*)(?:#(.*))?$/is
const pageEnding = /\.(rst|rest|txt|mdx?)$/i

/**
 * Points links and pictures at pages and files as they are called now.
 *
 * @param page the page they stand in
 * @param from the file they will be written in, below the folder of all pages
 */
export function withLinks<N extends Nodes>(
  node: N,
  page: string,
  from: string,
  site: Surroundings,
  losses: Loss[],
): N {
  return new LinkWriter(page, from, site, losses).inNode(node)
}

class LinkWriter {
  private readonly page: string
  private readonly from: string
  private readonly site: Surroundings
  private readonly losses: Loss[]

  constructor(page: string, from: string, site: Surroundings, losses: Loss[]) {
    this.page = page
    this.from = from
    this.site = site
    this.losses = losses
  }

  inNode<N extends Nodes>(node: N): N {
    if (node.type === 'image') return this.picture(node) as N
    if (!('children' in node)) return node
    return {...node, children: node.children.flatMap((child) => this.inChild(child))}
  }

  /** A picture that is not there stays as it is in Markdown: MDX would ask for its file. */
  private picture(node: Image): Image {
    const url = this.fileUrl(node.url, node)
    if (!isLocal(url) || !lookOf(node) || this.site.copy(fileAt(node.url, this.page))) {
      return {...node, url}
    }
    this.losses.push(lossOf(`the size of the picture \`${node.url}\`, which is not there`, node))
    const {alt, title} = node
    return {type: 'image', url, alt, title}
  }

  private inChild(node: Nodes): Nodes[] {
    if (node.type !== 'link') return [this.inNode(node)]
    const url = this.linkUrl(node)
    const link = this.inNode(node)
    return url === undefined ? link.children : [{...link, url}]
  }

  /** Where a link leads now; `undefined` for one that led to no address. */
  private linkUrl(node: Extract<Nodes, {type: 'link'}>): string | undefined {
    const {url} = node
    if (!URL.canParse(url, 'unspecified://')) {
      this.losses.push(lossOf(`a link to \`${url}\`, which is no address`, node))
      return undefined
    }
    const [, path, id] = localLink.exec(url) ?? []
    if (path === undefined) return url
    const target = path === '' ? this.page : this.pageAt(decodedPath(path))
    if (target === undefined) return this.fileUrl(url, node)
    const place = id ? this.place(target, decodedPath(id), node) : ''
    const isHere = target === this.page && this.from === this.site.names.target(this.page)
    return isHere && place ? place : pathFrom(this.from, this.site.names.target(target)) + place
  }

  private pageAt(path: string): string | undefined {
    const {names, pages} = this.site
    return pageEnding.test(path)
      ? names.find(path, this.page, (name) => pages.has(name))
      : undefined
  }

  /** The place of a page that a link leads to: its title is the page itself. */
  private place(target: string, id: string, node: Nodes): string {
    const {tree} = this.site.pages.get(target)!
    const {ids, titles} = pageLinks(tree)
    const known = ids.has(id) ? id : titles.get(id)
    if (known === undefined) {
      this.losses.push(lossOf(`the place \`#${id}\` of a link, which its page does not have`, node))
      return ''
    }
    const [title] = tree.children.filter(({type}) => type === 'heading')
    return title?.data?.id === known ? '' : `#${known}`
  }

  private fileUrl(url: string, node: Nodes): string {
    const [, path, rest] = /^(?![a-z][a-z\d+.-]*:|\/)([^?#]+)(.*)$/is.exec(url) ?? []
    if (path === undefined) return url
    const file = fileAt(path, this.page)
    const target = this.site.copy(file)
    if (target) return encodeURI(pathFrom(this.from, target)) + rest
    if (this.site.isOutside(file)) this.losses.push(lossOf(outsideLoss(url), node))
    return url
  }
}

/** What is said of a file that is not taken along. */
export function outsideLoss(url: string): string {
  return `the file \`${url}\`, which is outside of the site`
}

/** The path of the file that an address in a page leads to. */
export function fileAt(url: string, page: string): string {
  return joinPath(parentPath(page), decodedPath(url))
}
