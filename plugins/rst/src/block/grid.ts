import type {Cell, TableData, TableProblem} from './table.ts'
import type {TextGrid} from './text-grid.ts'

/** A cell by the positions of its borders. */
interface Box {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Reads a grid table. Starting from the corner at the top left, each cell is traced around its
 * border; its corners at the top right and bottom left are where further cells may begin.
 * `first` is the number docutils counts the cells' lines from.
 */
export function readGrid(grid: TextGrid, first: number): TableData | TableProblem {
  const separator = findSeparator(grid)
  if (typeof separator === 'object') return separator
  const boxes = findBoxes(grid)
  if (!boxes) return {detail: 'Malformed table; parse incomplete.', line: 0}
  return arrange(grid, boxes, separator, first)
}

/** The row that separates head and body, turned into a border like the others; 0 if there is none. */
function findSeparator(grid: TextGrid): number | TableProblem {
  let separator = 0
  const last = grid.height - 1
  for (let row = 0; row <= last; row++) {
    if (!/^\+=[=+]+=\+ *$/.test(grid.text(row, 0))) continue
    if (separator > 0) return {detail: secondSeparator(separator, row), line: row}
    if (row === 0 || row === last) return {detail: misplacedSeparator, line: last}
    separator = row
    grid.flatten(row)
  }
  return separator
}

export function secondSeparator(first: number, second: number): string {
  return (
    `Multiple head/body row separators (table lines ${first + 1} and ${second + 1}); ` +
    'only one allowed.'
  )
}

const misplacedSeparator =
  'The head/body row separator may not be the first or last line of the table.'

/** All cells, by rows and then columns; undefined if they do not fill the table. */
function findBoxes(grid: TextGrid): Box[] | undefined {
  const bottom = grid.height - 1
  const right = grid.width(0) - 1
  const tracer = new Tracer(grid)
  /** Per column, the last row that belongs to a cell. */
  const done = new Int32Array(right).fill(-1)
  const corners = new Corners(grid.height)
  const boxes: Box[] = []
  corners.add(0, 0)
  for (let corner = corners.take(); corner; corner = corners.take()) {
    const {top, left} = corner
    if (top === bottom || left === right || top <= done[left]!) continue
    const box = tracer.trace(top, left)
    if (!box) continue
    for (let column = left; column < box.right; column++) {
      if (done[column] !== top - 1) return undefined
      done[column] = box.bottom - 1
    }
    boxes.push(box)
    corners.add(top, box.right)
    corners.add(box.bottom, left)
  }
  return done.every((row) => row === bottom - 1) ? boxes : undefined
}

/** Corners at which cells may begin, taken in the order of reading. */
class Corners {
  /** The columns of the corners of each row; only those of the current one are sorted, downwards. */
  private readonly columns: number[][] = []
  private row = 0

  constructor(height: number) {
    for (let row = 0; row < height; row++) this.columns.push([])
  }

  /** Adds a corner in the current row or in one below. */
  add(top: number, left: number): void {
    const columns = this.columns[top]!
    let at = columns.length
    if (top === this.row) while (at > 0 && columns[at - 1]! < left) at--
    columns.splice(at, 0, left)
  }

  take(): {top: number; left: number} | undefined {
    while (this.row < this.columns.length) {
      const left = this.columns[this.row]!.pop()
      if (left !== undefined) return {top: this.row, left}
      this.row++
      this.columns[this.row]?.sort((a, b) => b - a)
    }
    return undefined
  }
}

/** Steps a table may take per character, in all; tables that need more are no tables. */
const patience = 64

/** Follows the border of a cell clockwise. */
class Tracer {
  private readonly grid: TextGrid
  private steps: number

  constructor(grid: TextGrid) {
    this.grid = grid
    this.steps = patience * grid.height * grid.width(0)
  }

  /** The cell whose top left corner is at a place, if its border can be followed around. */
  trace(top: number, left: number): Box | undefined {
    if (this.grid.at(top, left) !== '+') return undefined
    const width = this.grid.width(top)
    for (let right = left + 1; right < width; right++) {
      const character = this.grid.at(top, right)
      if (character === '+') {
        const bottom = this.traceDown(top, left, right)
        if (bottom !== undefined) return {top, left, bottom, right}
      } else if (character !== '-') return undefined
    }
    return undefined
  }

  private traceDown(top: number, left: number, right: number): number | undefined {
    for (let bottom = top + 1; bottom < this.grid.height; bottom++) {
      if (this.steps-- < 0) return undefined
      const character = this.grid.at(bottom, right)
      if (character === '+') {
        if (this.closes(top, left, bottom, right)) return bottom
      } else if (character !== '|') return undefined
    }
    return undefined
  }

  /** Whether a border leads from the bottom right corner left and up to the start. */
  private closes(top: number, left: number, bottom: number, right: number): boolean {
    const {grid} = this
    this.steps -= right - left + bottom - top
    if (grid.at(bottom, left) !== '+') return false
    for (let column = right - 1; column > left; column--) {
      const character = grid.at(bottom, column)
      if (character !== '+' && character !== '-') return false
    }
    for (let row = bottom - 1; row > top; row--) {
      const character = grid.at(row, left)
      if (character !== '+' && character !== '|') return false
    }
    return true
  }
}

/** Sorts cells into rows and columns: wherever two borders meet, there is a row and a column. */
function arrange(
  grid: TextGrid,
  boxes: readonly Box[],
  separator: number,
  first: number,
): TableData {
  const rowBorders = new Set([0])
  const columnBorders = new Set([0])
  for (const box of boxes) collectBorders(grid, box, rowBorders, columnBorders)
  const rows = indexed(rowBorders)
  const columns = indexed(columnBorders)
  const cells: Cell[][] = Array.from({length: rows.size - 1}, () => [])
  for (const {top, left, bottom, right} of boxes) {
    const row = rows.get(top)!
    cells[row]!.push({
      morerows: rows.get(bottom)! - row - 1,
      morecols: columns.get(right)! - columns.get(left)! - 1,
      content: grid.cell(top + 1, left + 1, bottom, right, first + top + 1),
    })
  }
  const headRows = rows.get(separator) ?? 0
  const edges = [...columns.keys()]
  return {
    widths: edges.slice(1).map((edge, i) => edge - edges[i]! - 1),
    head: cells.slice(0, headRows),
    body: cells.slice(headRows),
  }
}

/** The rows and columns of all `+` around a cell. */
function collectBorders(
  grid: TextGrid,
  {top, left, bottom, right}: Box,
  rows: Set<number>,
  columns: Set<number>,
): void {
  for (let column = left + 1; column <= right; column++) {
    if (grid.at(top, column) === '+' || grid.at(bottom, column) === '+') columns.add(column)
  }
  for (let row = top + 1; row <= bottom; row++) {
    if (grid.at(row, left) === '+' || grid.at(row, right) === '+') rows.add(row)
  }
}

/** The index of each number in ascending order. */
function indexed(numbers: ReadonlySet<number>): Map<number, number> {
  return new Map([...numbers].sort((a, b) => a - b).map((number, i) => [number, i]))
}
