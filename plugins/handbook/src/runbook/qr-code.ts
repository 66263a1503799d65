import {encode} from 'uqr'

/**
 * A QR code (ISO/IEC 18004, error correction M) as an SVG of one path, a unit a module, without
 * its quiet zone.
 */
export function qrCode(text: string): string {
  // The code says which mask it has. Comparing all eight takes thirty times as long.
  const {data, size} = encode(text, {ecc: 'M', border: 0, maskPattern: 0})
  const path = outlines(data)
    .map((corners) => `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

type Corner = readonly [x: number, y: number]

/**
 * The outlines of what is dark, clockwise, and of the light in it, the other way round. They take
 * less than half the room of a rectangle for each dark run.
 */
function outlines(rows: readonly (readonly boolean[])[]): Corner[][] {
  const edges = darkEdges(rows)
  const found: Corner[][] = []
  for (const [start] of edges) {
    while (edges.get(start)?.length) found.push(outlineFrom(start, edges))
  }
  return found
}

/** Where the edges from a corner lead, with the dark on their right. Corners are numbers. */
type Edges = Map<number, number[]>

const across = 1
const down = 1000

function darkEdges(rows: readonly (readonly boolean[])[]): Edges {
  const edges: Edges = new Map()
  const add = (from: number, to: number) => edges.set(from, [...(edges.get(from) ?? []), to])
  const isDark = (x: number, y: number) => rows[y]?.[x] === true
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return
      const corner = y * down + x
      if (!isDark(x, y - 1)) add(corner, corner + across)
      if (!isDark(x + 1, y)) add(corner + across, corner + across + down)
      if (!isDark(x, y + 1)) add(corner + across + down, corner + down)
      if (!isDark(x - 1, y)) add(corner + down, corner)
    }),
  )
  return edges
}

/** Follows edges, taking them away, until they are back; only where they turn is a corner. */
function outlineFrom(start: number, edges: Edges): Corner[] {
  const corners: Corner[] = []
  let at = start
  let direction = 0
  do {
    const next = edges.get(at)!.pop()!
    if (next - at !== direction) corners.push([at % down, Math.floor(at / down)])
    direction = next - at
    at = next
  } while (at !== start)
  return corners
}
