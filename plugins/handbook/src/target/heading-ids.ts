import GithubSlugger from 'github-slugger'
import type {Heading, Root} from 'mdast'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import {asAny, idOf} from '../tree/nodes.ts'

/** Gives every heading of a page the id the site gives it: its own, or a slug of its words. */
export function headingIds(root: Root): ReadonlyMap<Heading, string> {
  const slugger = new GithubSlugger()
  const ids = new Map<Heading, string>()
  const visit = (node: Node) => {
    if (node.type === 'heading') {
      const heading = node as Heading
      ids.set(heading, idOf(heading) ?? slugger.slug(toString(heading)))
    }
    asAny(node).children?.forEach((child) => visit(child))
  }
  visit(root)
  return ids
}
