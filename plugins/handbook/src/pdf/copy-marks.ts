import {ascii, concat, latin1} from './bytes.ts'

/** The least difference between the sizes of two marks, in points; see `copy-mark` in mechanics.typ. */
const unit = 0.00001

/** A mark as the compiler writes it: an artifact that is one filled rectangle, too small to be seen. */
const mark =
  /\/Artifact BMC\nq\n[^\n]* cm\n[^\n]* cs\n[^\n]* scn\n0 0 m\n(0\.\d+) 0 l\n\1 (0\.\d+) l\n0 \2 l\nh\nf\nQ\nEMC\n/g

/** Larger rectangles are drawn to be seen. */
const largest = 0.0101

interface Mark {
  readonly start: number
  readonly end: number
  /** Place of the line in `copies`. */
  readonly line: number
}

/**
 * Puts the text of lines of code into the content of a page, instead of the marks around them, so
 * that a line that goes on in a second row, or whose spaces would be guessed, is copied as it is in
 * the sources (`ActualText`: ISO 32000-1, 14.9.4). Content without marks is returned as it is.
 *
 * @param content operators of a page, one to a line, as the compiler writes them
 * @param copies the text of each line
 */
export function placeCopies(content: Uint8Array, copies: readonly string[]): Uint8Array {
  const text = latin1(content)
  const marks = findMarks(text)
  if (marks.length === 0) return content
  const chunks: Uint8Array[] = []
  let from = 0
  let open = false
  marks.forEach(({start, end, line}, at) => {
    const closes = open
    open = !closes && marks[at + 1]?.line === line
    chunks.push(content.subarray(from, start))
    if (open) chunks.push(ascii(`/Span<</ActualText${textString(copies[line] ?? '')}>>BDC\n`))
    else if (closes) chunks.push(ascii(closing(text.slice(from, start))))
    from = end
  })
  return concat([...chunks, content.subarray(from)])
}

/**
 * Ends a line where its first row is, in its font: readers place the text of a line, as if it were
 * one character, by the state they are in at its end.
 */
function closing(rows: string): string {
  const place = /^(?:[\d.-]+ ){6}cm$/m.exec(rows)?.[0]
  const font = /^\/\S+ [\d.]+ Tf$/m.exec(rows)?.[0]
  return place && font ? `q\n${place}\nBT\n${font}\n1 0 0 -1 0 0 Tm\nET\nEMC\nQ\n` : 'EMC\n'
}

function findMarks(text: string): Mark[] {
  return [...text.matchAll(mark)].flatMap((match) => {
    const [width, height] = [Number(match[1]), Number(match[2])]
    if (width > largest || height > largest) return []
    const line = Math.round(width / unit) - 1 + 1000 * (Math.round(height / unit) - 1)
    return {start: match.index, end: match.index + match[0].length, line}
  })
}

/** A text string (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  const units = Array.from({length: text.length}, (_, at) => text.charCodeAt(at))
  return `<feff${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`
}
