import type {Graph, GraphEdge, GraphNode} from './graph-of.ts'

/** A place in the nested list: a step and what its choices lead to. */
export interface GraphItem {
  readonly node: GraphNode
  /** The choice that leads here; absent at the top. */
  readonly edge?: GraphEdge
  /** Whether the step stands in full elsewhere in the list; its `items` are empty then. */
  readonly repeated: boolean
  readonly items: readonly GraphItem[]
}

/**
 * The map as a nested list: depth first from the first step, each step in full where it is first
 * met on the shortest way, then the steps nothing leads to.
 */
export function graphList(graph: Graph): readonly GraphItem[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const parents = firstEdges(graph)
  const itemOf = (id: string, edge?: GraphEdge): GraphItem => {
    const own = edge === undefined || parents.get(id) === edge
    const edges = graph.edges.filter(({from}) => from === id)
    const items = own ? edges.map((next) => itemOf(next.to, next)) : []
    return {node: nodes.get(id)!, ...(edge && {edge}), repeated: !own && edges.length > 0, items}
  }
  const roots = graph.nodes.filter(({id}) => !parents.has(id))
  return roots.map(({id}) => itemOf(id))
}

/** The choice by which each node is first met, breadth first; none for the tops of the list. */
function firstEdges({nodes, edges, start}: Graph): Map<string, GraphEdge> {
  const met = new Map<string, GraphEdge>()
  const seen = new Set<string>()
  for (const top of [start, ...nodes.map(({id}) => id)]) {
    const open = seen.has(top) ? [] : [top]
    seen.add(top)
    for (const id of open) {
      for (const edge of edges.filter(({from}) => from === id)) {
        if (seen.has(edge.to)) continue
        seen.add(edge.to)
        met.set(edge.to, edge)
        open.push(edge.to)
      }
    }
  }
  return met
}

/** The nested list as text, two blanks a level. */
export function graphListText(items: readonly GraphItem[], depth = 0): string {
  return items
    .map(({node, edge, repeated, items: below}) => {
      const title = node.number === undefined ? node.title : `${node.number}. ${node.title}`
      const line = `${'  '.repeat(depth)}- ${edge ? `${edge.words} → ` : ''}${title}${repeated ? ' (see there)' : ''}`
      return `${line}\n${graphListText(below, depth + 1)}`
    })
    .join('')
}
