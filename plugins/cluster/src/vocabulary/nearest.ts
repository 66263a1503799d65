/** Levenshtein distance of two short texts. */
function distance(left: string, right: string): number {
  let row = Array.from({length: right.length + 1}, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change))
    }
    row = next
  }
  return row[right.length]!
}

/** The candidate most like `text`, if any is like it at all: at most two fifths of it differ. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase().slice(0, 200)
  let best: {readonly candidate: string; readonly cost: number} | undefined
  for (const candidate of candidates) {
    const cost = distance(wanted, candidate.toLowerCase())
    if (cost <= candidate.length * 0.4 && (!best || cost < best.cost)) best = {candidate, cost}
  }
  return best?.candidate
}
