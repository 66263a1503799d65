import {queryTerms} from './terms.ts'

/** A piece of text, marked where it is what the reader looked for. */
export interface Piece {
  text: string
  marked: boolean
}

const length = 160
const lead = 40

/** The stretch of a text around what was looked for: the query itself, else the first word of it. */
export function excerpt(text: string, query: string, words: readonly string[]): Piece[] {
  const marks = [query.trim(), ...queryTerms(query), ...words].filter((mark) => mark.length > 1)
  const first = firstPlace(text, marks)
  const from = first > lead ? text.indexOf(' ', first - lead) + 1 : 0
  const cut = text.slice(from, from + length)
  const pieces = marked(cut, marks)
  if (from > 0) pieces.unshift({text: '… ', marked: false})
  if (from + length < text.length) pieces.push({text: ' …', marked: false})
  return pieces
}

function firstPlace(text: string, marks: readonly string[]): number {
  const lower = text.toLowerCase()
  for (const mark of marks) {
    const place = lower.indexOf(mark.toLowerCase())
    if (place >= 0) return place
  }
  return 0
}

function marked(text: string, marks: readonly string[]): Piece[] {
  if (!marks.length) return [{text, marked: false}]
  const longestFirst = [...marks].sort((one, other) => other.length - one.length)
  const any = new RegExp(`(${longestFirst.map(escaped).join('|')})`, 'giu')
  return text
    .split(any)
    .map((piece, index) => ({text: piece, marked: index % 2 === 1}))
    .filter((piece) => piece.text)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
