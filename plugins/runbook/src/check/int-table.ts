import {Column} from './column.ts'

/**
 * Numbers for triples of integers, given out in the order in which the triples come: a hash table in
 * columns. A `Map` of millions of entries would take five times the memory.
 */
export class IntTable {
  private readonly keys = [new Column(), new Column(), new Column()] as const
  /** Slots, twice as many as entries at least; one more than the number in it, 0 if free. */
  private slots = new Int32Array(4096)

  get size(): number {
    return this.keys[0].length
  }

  /** The parts of an entry. */
  part(which: 0 | 1 | 2, id: number): number {
    return this.keys[which].at(id)
  }

  /** The number of a triple; a new one gets the next number, which is then the `size` before. */
  add(a: number, b: number, c: number): number {
    if (this.size * 2 >= this.slots.length) this.grow()
    const slot = this.slotOf(a, b, c)
    const known = this.slots[slot]! - 1
    if (known >= 0) return known
    const id = this.size
    this.slots[slot] = id + 1
    this.keys[0].push(a)
    this.keys[1].push(b)
    this.keys[2].push(c)
    return id
  }

  private slotOf(a: number, b: number, c: number): number {
    const mask = this.slots.length - 1
    let slot = hash(a, b, c) & mask
    for (let id = this.slots[slot]!; id !== 0; id = this.slots[slot]!) {
      const [one, two, three] = this.keys
      if (one.at(id - 1) === a && two.at(id - 1) === b && three.at(id - 1) === c) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  private grow(): void {
    const {size} = this
    this.slots = new Int32Array(this.slots.length * 2)
    const [one, two, three] = this.keys
    for (let id = 0; id < size; id++) {
      this.slots[this.slotOf(one.at(id), two.at(id), three.at(id))] = id + 1
    }
  }
}

/** Three rounds of multiplication and exclusive or, after MurmurHash3's mixing (public domain). */
function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0xcc9e2d51)
  mixed = Math.imul((mixed ^ (mixed >>> 15)) + b, 0x1b873593)
  mixed = Math.imul((mixed ^ (mixed >>> 13)) + c, 0x85ebca6b)
  return mixed ^ (mixed >>> 16)
}
