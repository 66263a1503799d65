import type {Expansion, NodeId, Product} from './product.ts'

/** Ways in which a runbook can end, as bits of a mask. */
export const endBits: Readonly<Record<Expansion['ends'][number], number>> = {
  done: 1,
  serving: 2,
  escalate: 4,
  stuck: 8,
  left: 16,
}

/** The bits of ends at which the service runs. */
export const goodEnds = endBits.done | endBits.serving

/** Tells how the paths from a node can end, and where they go round. Each node is judged once. */
export class Ends {
  private readonly product: Product
  private readonly masks = new Map<NodeId, number>()
  private readonly onPath = new Set<NodeId>()
  /** Nodes that lead back to themselves. */
  readonly loops = new Set<NodeId>()

  constructor(product: Product) {
    this.product = product
  }

  /** Depth first, without recursion: paths can be long. */
  maskOf(start: NodeId): number {
    const stack = [{id: start, at: 0}]
    if (!this.masks.has(start)) this.onPath.add(start)
    for (let top = stack.at(-1); top && !this.masks.has(start); top = stack.at(-1)) {
      const {next, ends} = this.product.expand(top.id)
      const child = next[top.at++]
      if (child === undefined) {
        this.close(top.id, next, ends)
        stack.pop()
      } else if (this.onPath.has(child)) this.loops.add(child)
      else if (!this.masks.has(child)) {
        this.onPath.add(child)
        stack.push({id: child, at: 0})
      }
    }
    return this.masks.get(start)!
  }

  private close(id: NodeId, next: readonly NodeId[], ends: Expansion['ends']): void {
    const own = ends.reduce((mask, end) => mask | endBits[end], 0)
    const all = next.reduce((mask, child) => mask | (this.masks.get(child) ?? endBits.stuck), own)
    this.masks.set(id, all)
    this.onPath.delete(id)
  }
}
