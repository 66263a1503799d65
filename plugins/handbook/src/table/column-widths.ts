/** What a cell asks of its column, in characters. */
export interface CellExtent {
  readonly column: number
  /** The longest part that cannot be broken. */
  readonly least: number
  /** The longest line. */
  readonly most: number
}

/** Shares of the line for each column; `undefined` where every column fits as wide as it is. */
export interface ColumnWidths {
  readonly shares?: readonly number[]
  /** Even the longest words do not fit side by side: smaller type. */
  readonly dense: boolean
}

/**
 * Divides the line among a table's columns: none narrower than its longest word, the rest by how
 * much text each holds. Widths that the author gave are kept where the words allow.
 */
export function columnWidths(
  extents: readonly CellExtent[],
  count: number,
  line: number,
  given?: readonly number[],
): ColumnWidths {
  const columns = Array.from({length: count}, (_, column) =>
    extents.filter((extent) => extent.column === column),
  )
  const least = columns.map((cells) => 2 + Math.max(1, ...cells.map((cell) => cell.least)))
  const most = columns.map((cells) => 2 + Math.max(1, ...cells.map((cell) => cell.most)))
  const dense = sum(least) > line
  if (given?.length === count && sum(given) > 0) {
    const wanted = given.map((width) => (width / sum(given)) * line)
    return {shares: wanted.map((width, index) => round(Math.max(width, least[index]!))), dense}
  }
  if (sum(most) <= line) return {dense: false}
  const room = Math.max(0, line - sum(least))
  const hunger = columns.map((cells, index) => (most[index]! <= least[index]! ? 0 : weight(cells)))
  const total = sum(hunger) || 1
  const shares = least.map((width, index) =>
    round(Math.min(most[index]!, width + (room * hunger[index]!) / total)),
  )
  return {shares, dense}
}

/** More text, more room, but not in proportion: a column twice as full is half as wide again. */
function weight(cells: readonly CellExtent[]): number {
  return Math.sqrt(sum(cells.map((cell) => cell.most)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(width: number): number {
  return Math.round(width * 10) / 10
}
