/**
 * Finds the name that a writer may have meant. It compares with every known name, so it answers a
 * limited number of questions: a document full of mistakes costs no more than one with a few.
 */
export class NearestName {
  private readonly names: () => Iterable<string>
  private known: string[] | undefined
  private questions = 50

  constructor(names: () => Iterable<string>) {
    this.names = names
  }

  /** The nearest known name, if it differs in at most a third of the letters, three at most. */
  to(name: string): string | undefined {
    if (this.questions-- <= 0) return undefined
    this.known ??= [...this.names()]
    let nearest: string | undefined
    let limit = Math.min(3, Math.floor(name.length / 3)) + 1
    for (const candidate of this.known) {
      if (Math.abs(candidate.length - name.length) >= limit || candidate === name) continue
      const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), limit)
      if (distance >= limit) continue
      nearest = candidate
      limit = distance
    }
    return nearest
  }
}

/**
 * Letters to insert, drop, exchange or swap with the next one to make `a` into `b`; `limit` if it
 * takes as many or more.
 */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchange = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, exchange)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) >= limit) return limit
    before = last
    last = row
  }
  return Math.min(last[b.length]!, limit)
}
