import {Column} from './column.ts'

/**
 * Numbers for texts, given out in the order in which the texts come. Their letters lie in one array:
 * a `Map` of millions of strings would keep the garbage collector busy for half of the time.
 */
export class TextTable {
  private units = new Uint16Array(1 << 16)
  /** Where each text ends, behind a 0. */
  private readonly ends = new Column()
  /** Slots, twice as many as texts at least; one more than the number in it, 0 if free. */
  private slots = new Int32Array(4096)
  private readonly hashes = new Column()

  constructor() {
    this.ends.push(0)
  }

  get size(): number {
    return this.hashes.length
  }

  /** The number of a text; a new one gets the next number, which is then the `size` before. */
  add(text: string): number {
    if (this.size * 2 >= this.slots.length) this.grow()
    const hash = hashOf(text)
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let id = this.slots[slot]!; id !== 0; id = this.slots[slot]!) {
      if (this.hashes.at(id - 1) === hash && this.isAt(id - 1, text)) return id - 1
      slot = (slot + 1) & mask
    }
    this.slots[slot] = this.append(text, hash)
    return this.size - 1
  }

  private append(text: string, hash: number): number {
    const start = this.ends.at(this.size)
    const end = start + text.length
    if (end > this.units.length) {
      const wider = new Uint16Array(Math.max(end, this.units.length * 2))
      wider.set(this.units)
      this.units = wider
    }
    for (let at = 0; at < text.length; at++) this.units[start + at] = text.charCodeAt(at)
    this.ends.push(end)
    this.hashes.push(hash)
    return this.size
  }

  private isAt(id: number, text: string): boolean {
    const start = this.ends.at(id)
    if (this.ends.at(id + 1) - start !== text.length) return false
    for (let at = 0; at < text.length; at++) {
      if (this.units[start + at] !== text.charCodeAt(at)) return false
    }
    return true
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (let id = 0; id < this.size; id++) {
      let slot = this.hashes.at(id) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = id + 1
    }
  }
}

/** FNV-1a over the text's 16-bit units, with a last mixing so that low bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
