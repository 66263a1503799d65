import {toString} from 'mdast-util-to-string'
import type {Nodes, Paragraph} from 'mdast'

/** Names under which a directive of Markdown or an admonition of RST is a caution. */
const cautionNames = new Set(['caution', 'danger', 'warning'])

/**
 * The text of a node that is a caution: `> [!CAUTION]` or `> [!WARNING]`, `:::danger`, or an
 * admonition of RST. Its title, where it has one, is not part of what is confirmed.
 */
export function cautionText(node: Nodes): string | undefined {
  if (node.type === 'blockquote')
    return alertText(toString(node.children[0]), blocksText(node.children))
  const {type, name} = node as {type: string; name?: string}
  if (type !== 'containerDirective' || !cautionNames.has(name ?? '')) return undefined
  const {children} = node as unknown as {children: readonly Nodes[]}
  return blocksText(children.filter((child) => !isLabel(child)))
}

function alertText(first: string, whole: string): string | undefined {
  const marker = /^\s*\[!(?:CAUTION|WARNING)\]\s*/i.exec(first)
  return marker ? whole.replace(/^\[!\w+\]\s*/, '') : undefined
}

function isLabel(node: Nodes): boolean {
  return (node as Paragraph & {data?: {directiveLabel?: boolean}}).data?.directiveLabel === true
}

function blocksText(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => toString(node).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ')
}
