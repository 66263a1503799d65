/** First and last code point of runs that a font has glyphs for, in order. */
export type Coverage = readonly (readonly [first: number, last: number])[]

/**
 * Reads which characters a TrueType or OpenType font has glyphs for: its `cmap` table, subtables
 * of format 4 and 12 (OpenType 1.9, "cmap"). A font it cannot read covers nothing.
 */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  try {
    const cmap = tableOffset(view, 'cmap')
    const subtable = cmap === undefined ? undefined : unicodeSubtable(view, cmap)
    if (subtable === undefined) return []
    return view.getUint16(subtable) === 12 ? format12(view, subtable) : format4(view, subtable)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** Whether the runs hold the code point. */
export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle]!
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return true
  }
  return false
}

function tableOffset(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16
    const name = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(record + at))).join('')
    if (name === tag) return view.getUint32(record + 8)
  }
  return undefined
}

/** The subtable with the most of Unicode: format 12 before format 4. */
function unicodeSubtable(view: DataView, cmap: number): number | undefined {
  const count = view.getUint16(cmap + 2)
  const offsets = Array.from({length: count}, (_, index) => {
    return cmap + view.getUint32(cmap + 4 + index * 8 + 4)
  })
  const ofFormat = (format: number) => offsets.find((offset) => view.getUint16(offset) === format)
  return ofFormat(12) ?? ofFormat(4)
}

function format12(view: DataView, offset: number): [number, number][] {
  const groups = view.getUint32(offset + 12)
  return Array.from({length: groups}, (_, index) => {
    const group = offset + 16 + index * 12
    return [view.getUint32(group), view.getUint32(group + 4)]
  })
}

/** Segments of format 4, without the characters in them that have no glyph after all. */
function format4(view: DataView, offset: number): [number, number][] {
  const size = view.getUint16(offset + 6)
  const array = (index: number) => offset + 14 + index * size + (index > 0 ? 2 : 0)
  const runs: [number, number][] = []
  for (let at = 0; at < size; at += 2) {
    const [last, first] = [view.getUint16(array(0) + at), view.getUint16(array(1) + at)]
    const delta = view.getUint16(array(2) + at)
    const range = array(3) + at
    const rangeOffset = view.getUint16(range)
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      const glyph =
        rangeOffset === 0
          ? codePoint + delta
          : view.getUint16(range + rangeOffset + (codePoint - first) * 2)
      if ((glyph & 0xffff) !== 0) extend(runs, codePoint)
    }
  }
  return runs
}

function extend(runs: [number, number][], codePoint: number): void {
  const last = runs.at(-1)
  if (last && last[1] === codePoint - 1) last[1] = codePoint
  else runs.push([codePoint, codePoint])
}
