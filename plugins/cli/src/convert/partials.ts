import {componentNode} from '@handrail/markdown'
import type {Place} from '@handrail/rst'
import type {Nodes} from 'mdast'

/** Writes what a fragment became as a file of its own; answers the name under which to import it. */
export type WritePartial = (fragment: string, nodes: readonly Nodes[]) => string

/** Nodes whose children are blocks. */
const holders = new Set<Nodes['type']>([
  ...(['root', 'listItem', 'blockquote', 'containerDirective', 'list'] as const),
  ...(['definitionList', 'definitionDescription', 'footnoteDefinition'] as const),
  ...(['spanTable', 'spanTableHead', 'spanTableBody', 'spanTableRow', 'spanTableCell'] as const),
])

/** Nodes that stand among words: a cell of a table may hold words and no block. */
const words = new Set<Nodes['type']>([
  ...(['text', 'emphasis', 'strong', 'inlineCode', 'link', 'image', 'break'] as const),
  ...(['footnoteReference', 'inlineMath', 'subscript', 'superscript', 'inlineRole'] as const),
])

/**
 * Puts components in the place of what was included, wherever that is whole blocks. A fragment with
 * footnotes stays: their numbers belong to the page.
 *
 * @param depth how many includes lead to the file in which the nodes stand
 */
export function withPartials(nodes: readonly Nodes[], depth: number, write: WritePartial): Nodes[] {
  if (nodes.some(({type}) => words.has(type))) return [...nodes]
  return groups(nodes, depth).flatMap(({fragment, members}): Nodes[] => {
    if (fragment === undefined || members.some(hasFootnotes)) {
      const within = fragment === undefined ? depth : depth + 1
      return members.map((node) => inHolder(node, within, write))
    }
    return [componentNode(write(fragment, members))]
  })
}

function inHolder(node: Nodes, depth: number, write: WritePartial): Nodes {
  if (!holders.has(node.type) || !('children' in node)) return node
  return {...node, children: withPartials(node.children, depth, write)} as Nodes
}

interface Group {
  /** The file that was included here; `undefined` for what the file itself says. */
  fragment?: string
  site: string
  members: Nodes[]
}

/** Nodes side by side that the same include brought. */
function groups(nodes: readonly Nodes[], depth: number): Group[] {
  const found: Group[] = []
  let waiting: Nodes[] = []
  for (const node of nodes) {
    // A place that links lead to belongs to what follows it.
    if (node.type === 'anchor') {
      waiting.push(node)
      continue
    }
    const {fragment, site} = includeOf(node, depth)
    const last = found.at(-1)
    if (last && last.site === site && last.fragment === fragment)
      last.members.push(...waiting, node)
    else found.push({site, members: [...waiting, node], ...(fragment && {fragment})})
    waiting = []
  }
  if (waiting.length) found.push({site: '', members: waiting})
  return found
}

function includeOf({data}: Nodes, depth: number): {fragment?: string; site: string} {
  const {file, includedFrom = []} = data?.origin ?? {}
  const sites: readonly Place[] = includedFrom.toReversed()
  const site = sites[depth]
  if (!site || file === undefined) return {site: ''}
  return {fragment: sites[depth + 1]?.file ?? file, site: `${site.file}:${site.line}`}
}

function hasFootnotes(node: Nodes): boolean {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') return true
  return 'children' in node && node.children.some(hasFootnotes)
}
