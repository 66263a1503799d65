import {endBits, type NodeId, type Product} from './product.ts'

const unknown = 0

/** A node on the path that is being followed, and how many of its next nodes are. */
interface Open {
  readonly id: NodeId
  readonly next: readonly NodeId[]
  at: number
}

/** Tells how the paths from a node can end, and where they go round. Each node is judged once. */
export class Ends {
  private readonly product: Product
  /** Masks by node, one more than the mask so that 0 is a node not judged yet. */
  private masks = new Uint8Array(1024)
  private readonly onPath = new Set<NodeId>()
  /** Nodes that lead back to themselves. */
  readonly loops = new Set<NodeId>()

  constructor(product: Product) {
    this.product = product
  }

  /** The mask of the ends that can be reached. Depth first, without recursion: paths can be long. */
  maskOf(start: NodeId): number {
    const stack: Open[] = this.known(start) ? [] : [this.open(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = top.next[top.at++]
      if (child === undefined) this.close(stack.pop()!)
      else if (this.onPath.has(child)) this.loops.add(child)
      else if (!this.known(child)) stack.push(this.open(child))
    }
    return this.masks[start]! - 1
  }

  private known(id: NodeId): boolean {
    return (this.masks[id] ?? unknown) !== unknown
  }

  private open(id: NodeId): Open {
    this.onPath.add(id)
    return {id, next: this.product.next(id), at: 0}
  }

  private close({id, next}: Open): void {
    let mask = this.product.endsAt(id)
    for (const child of next) mask |= this.known(child) ? this.masks[child]! - 1 : endBits.stuck
    if (id >= this.masks.length) {
      const wider = new Uint8Array(this.product.size * 2)
      wider.set(this.masks)
      this.masks = wider
    }
    this.masks[id] = mask + 1
    this.onPath.delete(id)
  }
}
