import type {NodeId, Product} from './product.ts'

/** A beginning of a walk, and how long the way was that led to it. */
export interface WalkStart {
  readonly node: NodeId
  readonly length: number
}

/** Everything that can be reached from some starts, by the shortest way. */
export interface Walk {
  /** The node before on the shortest way; undefined for a start. */
  before(node: NodeId): NodeId | undefined
  readonly transitions: number
}

const unseen = -2
const isStart = -1

/**
 * Walks the product breadth first, starts joining in by the length of the way that led to them.
 *
 * @param visit is told every node once, in the order of the length of its way.
 */
export function walk(
  product: Product,
  starts: readonly WalkStart[],
  visit: (node: NodeId) => void,
): Walk {
  const before = new Int32Array(product.size).fill(unseen)
  const joining: NodeId[][] = []
  for (const {node, length} of starts) (joining[length] ??= []).push(node)
  let last = joining.length - 1
  let level: NodeId[] = []
  let transitions = 0
  const meet = (node: NodeId, from: NodeId, into: NodeId[]) => {
    if (before[node] !== unseen) return
    before[node] = from
    visit(node)
    into.push(node)
  }
  for (let length = 0; length <= last; length++) {
    for (const node of joining[length] ?? []) meet(node, isStart, level)
    const next: NodeId[] = []
    for (const node of level) {
      const children = product.next(node)
      transitions += children.length
      for (const child of children) meet(child, node, next)
    }
    level = next
    if (level.length > 0) last = Math.max(last, length + 1)
  }
  return {
    transitions,
    before: (node) => (before[node]! >= 0 ? before[node] : undefined),
  }
}

/** Everything that can be reached from one node without a decision to give up. */
export function firmlyReachable(product: Product, start: NodeId): ReadonlySet<NodeId> {
  const seen = new Set([start])
  for (const node of seen) for (const child of product.firmNext(node)) seen.add(child)
  return seen
}

/** The shortest way from a node to one with one of the ends, without deciding to give up. */
export function wayToEnd(product: Product, start: NodeId, ends: number): NodeId[] {
  const before = new Map<NodeId, NodeId | undefined>([[start, undefined]])
  for (const node of before.keys()) {
    if (product.endsAt(node) & ends) return wayBack(node, (at) => before.get(at))
    for (const child of product.firmNext(node)) if (!before.has(child)) before.set(child, node)
  }
  return [start]
}

/** The way that led to a node, from its beginning on. */
export function wayBack(node: NodeId, before: (node: NodeId) => NodeId | undefined): NodeId[] {
  const way = [node]
  for (let at = before(node); at !== undefined; at = before(at)) way.unshift(at)
  return way
}
