/** A growing column of integers of 32 bits. Millions of small records fit in memory only so. */
export class Column {
  private values = new Int32Array(1024)
  private count = 0

  get length(): number {
    return this.count
  }

  at(index: number): number {
    return this.values[index]!
  }

  /** Appends a value. */
  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Int32Array(this.count * 2)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.count++] = value
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }
}
