import GithubSlugger from 'github-slugger'
import type {Heading, Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'

/** What one page offers to links, and the links it has. */
export interface PageLinks {
  ids: Set<string>
  links: LinkNode[]
}

/** A node that leads somewhere: a link, the definition of one, or a picture. */
export type LinkNode = Extract<Nodes, {url: string}>

const explicitId = /\s*\{#([\w-]+)\}\s*$/
const idInHtml = /\s(?:id|name)=["']?([^"'\s>]+)/g

/**
 * The ids in a page, as a site gives them: those of RST, GitHub's slugs of titles in Markdown, and
 * those in HTML. With them the links of the page.
 */
export function pageLinks(tree: Root): PageLinks {
  const ids = new Set<string>()
  const links: LinkNode[] = []
  const slugger = new GithubSlugger()
  visit(tree)
  return {ids, links}

  function visit(node: Nodes): void {
    const id: unknown = node.data?.hProperties?.['id']
    if (typeof id === 'string') ids.add(id)
    else if (node.type === 'heading') ids.add(slugOf(node, slugger))
    if ('url' in node && typeof node.url === 'string') links.push(node)
    if (node.type === 'html') for (const [, found] of node.value.matchAll(idInHtml)) ids.add(found!)
    if ('attributes' in node) for (const found of attributeIds(node.attributes)) ids.add(found)
    if ('children' in node) for (const child of node.children) visit(child)
  }
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
