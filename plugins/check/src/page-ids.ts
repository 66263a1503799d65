import GithubSlugger from 'github-slugger'
import type {Data, Heading, Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'

/** What one page offers to links, and the links it has. */
export interface PageLinks {
  ids: ReadonlySet<string>
  /**
   * The id of a title by the one that follows from its words. docutils gives it another one where a
   * link has the same words: `` `Setup <#setup>`_ `` above the title Setup leads nowhere in its pages.
   */
  titles: ReadonlyMap<string, string>
  links: PageLink[]
}

/** A node that leads somewhere: a link, the definition of one, or a picture. */
type LinkNode = Extract<Nodes, {url: string}>

/** What is known of such a node: where it leads, and where it is written. */
export type PageLink = Pick<LinkNode, 'type' | 'url' | 'position'> & {data?: Pick<Data, 'origin'>}

const explicitId = /\s*\{#([\w-]+)\}\s*$/
const idInHtml = /\s(?:id|name)=["']?([^"'\s>]+)/g

/**
 * The ids in a page, as a site gives them: those of RST, GitHub's slugs of titles in Markdown, and
 * those in HTML. With them the links of the page. All of it is plain data, without nodes of the tree.
 */
export function pageLinks(tree: Root): PageLinks {
  let found = known.get(tree)
  if (!found) known.set(tree, (found = findLinks(tree)))
  return found
}

/** A tree that was read stays as it is. */
const known = new WeakMap<Root, PageLinks>()

function findLinks(tree: Root): PageLinks {
  const ids = new Set<string>()
  const titles = new Map<string, string>()
  const links: PageLink[] = []
  const slugger = new GithubSlugger()
  visit(tree)
  return {ids, titles, links}

  function visit(node: Nodes): void {
    // Most nodes are plain texts, which have nothing of all this.
    if (node.type === 'text') return
    const id: unknown = node.data?.hProperties?.['id']
    if (typeof id === 'string') ids.add(id)
    if (node.type === 'heading') {
      if (typeof id === 'string') titles.set(idOf(toString(node)), id)
      else ids.add(slugOf(node, slugger))
    }
    if ('url' in node && typeof node.url === 'string') links.push(linkOf(node))
    if (node.type === 'html') for (const [, found] of node.value.matchAll(idInHtml)) ids.add(found!)
    if ('attributes' in node) for (const found of attributeIds(node.attributes)) ids.add(found)
    if ('children' in node) for (const child of node.children) visit(child)
  }
}

function linkOf({type, url, position, data}: LinkNode): PageLink {
  return {type, url, position, ...(data?.origin && {data: {origin: data.origin}})}
}

/** The id that docutils makes of words. */
function idOf(text: string): string {
  const words = text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return words.replace(/^[-0-9]+|-+$/g, '')
}

function slugOf(heading: Heading, slugger: GithubSlugger): string {
  const text = toString(heading)
  const written = explicitId.exec(text)?.[1]
  return written ?? slugger.slug(text)
}

/** The ids among the attributes of a directive or of an element of MDX. */
function attributeIds(attributes: unknown): string[] {
  const list: unknown[] = Array.isArray(attributes)
    ? attributes.map((attribute) => attribute.name === 'id' && attribute.value)
    : [(attributes as Record<string, unknown> | null | undefined)?.['id']]
  return list.filter((value) => typeof value === 'string')
}
