import type {Nodes} from 'mdast'

/** Whether a page has what only MDX can say: tabs and components. */
export function needsMdx(node: Nodes): boolean {
  if (node.type === 'component') return true
  if (node.type === 'containerDirective' && /^tabs?$/.test(node.name)) return true
  return 'children' in node && node.children.some(needsMdx)
}
