import type {Graph, GraphEdge, GraphNode} from './graph-of.ts'

const marks: Readonly<Record<string, string>> = {change: ' [changes]', destroy: ' [DESTROYS]'}

/** The map as text: every step with its number, and where each of its choices leads. */
export function graphText(graph: Graph): string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const steps = graph.nodes.filter(({number}) => number !== undefined)
  const lines = steps.flatMap((node) => [
    `${node.number}. ${node.title}${marks[node.effect ?? ''] ?? ''}`,
    ...graph.edges
      .filter(({from}) => from === node.id)
      .map((edge) => `   ${edgeText(edge, nodes)}`),
  ])
  return `${[graph.title, '', ...lines].join('\n')}\n`
}

function edgeText(
  {words, binds, wait, to, from}: GraphEdge,
  nodes: ReadonlyMap<string, GraphNode>,
): string {
  const target = nodes.get(to)
  const place = target?.number === undefined ? (target?.id ?? to) : String(target.number)
  const arrow = wait && to === from ? `→ again, at most ${durationText(wait.max)}` : `→ ${place}`
  return `${words}${binds === undefined ? '' : ` (${binds})`} ${arrow}`
}

/** Seconds in the words of a wait: `10s`, `30min`, `2h`. */
export function durationText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`
  return seconds % 60 === 0 ? `${seconds / 60}min` : `${seconds}s`
}
