import type {NodeId, Product} from './product.ts'

/** A beginning of a walk, and how long the way was that led to it. */
export interface WalkStart {
  readonly node: NodeId
  readonly length: number
}

/** Everything that can be reached from some starts, by the shortest way. */
export interface Walk {
  /** Nodes in the order of the length of their way, its beginning included. */
  readonly order: readonly NodeId[]
  /** The node before on the shortest way; -1 for a start. */
  readonly before: ReadonlyMap<NodeId, NodeId>
  readonly transitions: number
}

/** Walks the product breadth first, starts joining in by the length of the way that led to them. */
export function walk(
  product: Product,
  starts: readonly WalkStart[],
  visit: (node: NodeId) => void = () => {},
): Walk {
  const buckets: [NodeId, NodeId][][] = []
  const put = (length: number, node: NodeId, before: NodeId) =>
    (buckets[length] ??= []).push([node, before])
  for (const {node, length} of starts) put(length, node, -1)
  const before = new Map<NodeId, NodeId>()
  const order: NodeId[] = []
  let transitions = 0
  for (let length = 0; length < buckets.length; length++) {
    for (const [node, from] of buckets[length] ?? []) {
      if (before.has(node)) continue
      before.set(node, from)
      order.push(node)
      visit(node)
      const {next} = product.expand(node)
      transitions += next.length
      for (const child of next) if (!before.has(child)) put(length + 1, child, node)
    }
  }
  return {order, before, transitions}
}
