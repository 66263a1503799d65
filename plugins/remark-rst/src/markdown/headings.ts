import type {Heading, Nodes, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** The depth of the section each of the given nodes stands in; 0 outside of all. */
export function sectionDepths(tree: Root, nodes: {has(node: Nodes): boolean}): Map<Nodes, number> {
  const depths = new Map<Nodes, number>()
  let depth = titleDepth(tree)
  visit(tree, (node) => {
    if (node.type === 'heading') depth = node.depth
    else if (nodes.has(node)) depths.set(node, depth)
  })
  return depths
}

/** A page with a title in its front matter starts inside the section of that title. */
function titleDepth({children: [first]}: Root): number {
  return first?.type === 'yaml' && /^title\s*:/m.test(first.value) ? 1 : 0
}

/**
 * Sinks the headings of a fragment below the section that includes it: the highest of them comes
 * one step below, the others keep their distance. Answers the headings that would lie too deep.
 */
export function nestHeadings(fragment: Parents, sectionDepth: number): Heading[] {
  const headings: Heading[] = []
  visit(fragment, 'heading', (heading) => void headings.push(heading))
  const shift = sectionDepth + 1 - Math.min(...headings.map(({depth}) => depth))
  return headings.filter((heading) => {
    const depth = heading.depth + shift
    heading.depth = Math.min(depth, 6) as Heading['depth']
    return depth > 6
  })
}
