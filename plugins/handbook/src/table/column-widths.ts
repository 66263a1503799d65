/** What a cell asks of its column, in characters. */
export interface CellExtent {
  readonly column: number
  /** The longest part that can be broken nowhere. */
  readonly least: number
  /** The longest word or command, as one would like to see it whole. */
  readonly whole: number
  /** The longest line. */
  readonly most: number
}

/** Shares of the line for each column; `undefined` where every column fits as wide as it is. */
export interface ColumnWidths {
  readonly shares?: readonly number[]
  /** Even the longest words do not fit side by side: smaller type. */
  readonly dense: boolean
}

/** The space between columns. */
const gap = 3
/** Share of the line that words and commands may claim to stay whole; the rest is for reading. */
const claim = 0.75

/**
 * Divides the line among a table's columns: none narrower than its longest word, commands whole
 * where there is room, the rest by how much wider each would like to be. Widths that the author
 * gave are kept where the words allow.
 */
export function columnWidths(
  extents: readonly CellExtent[],
  count: number,
  line: number,
  given?: readonly number[],
): ColumnWidths {
  const widest = (key: 'least' | 'whole' | 'most') =>
    Array.from({length: count}, (_, column) => {
      const cells = extents.filter((extent) => extent.column === column)
      return gap + Math.max(1, ...cells.map((cell) => cell[key]))
    })
  const [hard, whole, most] = [widest('least'), widest('whole'), widest('most')]
  const least = sum(whole) <= line * claim ? whole : hard
  const dense = sum(hard) > line
  if (given?.length === count && sum(given) > 0) {
    const wanted = given.map((width) => (width / sum(given)) * line)
    return {shares: wanted.map((width, index) => round(Math.max(width, least[index]!))), dense}
  }
  if (sum(most) <= line) return {dense: false}
  const room = Math.max(0, line - sum(least))
  const hunger = least.map((width, index) => Math.max(0, most[index]! - width) ** 0.6)
  const total = sum(hunger) || 1
  const shares = least.map((width, index) =>
    round(Math.min(Math.max(most[index]!, width), width + (room * hunger[index]!) / total)),
  )
  return {shares, dense}
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(width: number): number {
  return Math.round(width * 10) / 10
}
