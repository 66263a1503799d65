import {encode} from 'uqr'

/**
 * A QR code (ISO/IEC 18004, error correction M) as an SVG of one path, a unit a module, without
 * its quiet zone.
 */
export function qrCode(text: string): string {
  const svg = known.get(text) ?? draw(text)
  known.set(text, svg)
  return svg
}

/** Codes drawn before: trying the masks takes time, and a book may be printed again and again. */
const known = new Map<string, string>()

function draw(text: string): string {
  const {data, size} = encode(text, {ecc: 'M', border: 0})
  const path = data.flatMap((row, y) =>
    darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`
}

/** Runs of dark modules in a row: where each starts, and how long it is. */
function darkRuns(row: readonly boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  })
  return runs
}
