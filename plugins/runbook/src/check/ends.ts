import {endBits, type NodeId, type Product} from './product.ts'

const unknown = 0

/** A node on the path that is being followed, and how many of its next nodes are. */
interface Open {
  readonly id: NodeId
  readonly next: readonly NodeId[]
  at: number
}

/** How the paths from a node can end, as masks of `endBits`. */
export interface EndMasks {
  readonly all: number
  /** Without the paths on which a responder decides to give up where something else is offered. */
  readonly firm: number
}

const bits = 5

/** Tells how the paths from a node can end, and where they go round. Each node is judged once. */
export class Ends {
  private readonly product: Product
  /** Both masks by node, and one more, so that 0 is a node not judged yet. */
  private masks = new Uint16Array(1024)
  private readonly onPath = new Set<NodeId>()
  /** Nodes that lead back to themselves. */
  readonly loops = new Set<NodeId>()

  constructor(product: Product) {
    this.product = product
  }

  /** Depth first, without recursion: paths can be long. */
  masksOf(start: NodeId): EndMasks {
    const stack: Open[] = this.isKnown(start) ? [] : [this.open(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = top.next[top.at++]
      if (child === undefined) this.close(stack.pop()!)
      else if (this.onPath.has(child)) this.loops.add(child)
      else if (!this.isKnown(child)) stack.push(this.open(child))
    }
    const both = this.both(start)
    return {all: both & (2 ** bits - 1), firm: both >> bits}
  }

  private isKnown(id: NodeId): boolean {
    return (this.masks[id] ?? unknown) !== unknown
  }

  /** Both masks of a node; a node that is still open has gone round. */
  private both(id: NodeId): number {
    return this.isKnown(id) ? this.masks[id]! - 1 : twice(endBits.stuck)
  }

  private open(id: NodeId): Open {
    this.onPath.add(id)
    return {id, next: this.product.next(id), at: 0}
  }

  private close({id, next}: Open): void {
    const own = twice(this.product.endsAt(id))
    const all = next.reduce((mask, child) => mask | this.both(child), own)
    const firm = this.product.firmNext(id).reduce((mask, child) => mask | this.both(child), own)
    if (id >= this.masks.length) {
      const wider = new Uint16Array(this.product.size * 2)
      wider.set(this.masks)
      this.masks = wider
    }
    this.masks[id] = (all & (2 ** bits - 1)) + ((firm >> bits) << bits) + 1
    this.onPath.delete(id)
  }
}

function twice(mask: number): number {
  return mask | (mask << bits)
}
