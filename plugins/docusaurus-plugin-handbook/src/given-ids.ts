import {givenId} from '@handrail/runbook'
import type {Heading, Nodes, Root} from 'mdast'

/**
 * The tree of a page with the ids that its headings are given, which Docusaurus reads from their
 * ends. The page's own tree is left as it is.
 */
export function givenIds(root: Root): Root {
  return withIds(root) as Root
}

function withIds(node: Nodes): Nodes {
  if (node.type === 'heading') return namedHeading(node)
  if (!('children' in node)) return node
  return {...node, children: node.children.map(withIds)} as Nodes
}

function namedHeading(heading: Heading): Heading {
  const given = givenId(heading)
  if (!given) return heading
  return {...heading, children: given.phrasing, data: {...heading.data, id: given.id}}
}
