import type {RootContent} from 'mdast'

/** All text of some nodes, one after the other. */
export function textOf(nodes: readonly RootContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('')
}
