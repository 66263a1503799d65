import {connectionStates, diskStates, roles} from '../vocabulary/host-facts.ts'

/** Pasted text put right, with the line of the paste at every offset. */
export interface SourceText {
  readonly text: string
  /** One-based line of the paste in which the character at `offset` stood. */
  lineAt(offset: number): number
  /** One-based lines that carry text. */
  readonly lines: readonly number[]
  /** Lines that were torn off the one before and are one with it again. */
  readonly mended: readonly number[]
  /** Lines in which dashes, quotes or dots had been made typographical. */
  readonly restored: readonly number[]
}

const dashes = /[‐‑‒–—―−]/g
const singleQuotes = /[‘’‚′]/g
const doubleQuotes = /[“”„″]/g
const blanks = /[\u00a0\u2000-\u200a\u202f\u3000]/g
/**
 * Marks without width, colours, cursor movements and titles of a terminal (colours also where the
 * escape was lost or spelt out), other control characters.
 */
const invisible = new RegExp(
  [
    String.raw`[\u200b-\u200d\u2060\ufeff\u00ad]`,
    String.raw`(?:\u001b|\^\[)\[[0-9;?]*[A-Za-z]`,
    String.raw`\[(?:\d{1,2};)*\d{1,2}m`,
    String.raw`\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)|\u001b[()][0AB]`,
    String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f]`,
  ].join('|'),
  'g',
)

/** What a page says for characters that HTML keeps for itself. */
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}
const entity = new RegExp(Object.keys(entities).join('|'), 'g')
const tag = /<\/?(?:pre|code|p|div|span|br|tt|samp)(?:\s[^<>]*)?\/?>/g

/** A clock's time before a line of output that has none of its own. */
const stamp = new RegExp(
  String.raw`^\[?(?:[A-Z][a-z]{2} +\d{1,2} |\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?:? ` +
    String.raw`(?=\s*(?:version: |GIT-hash: |srcversion: |\d+: *cs:|ns:\d|\[[=>.]{3}|finish: |\[(?:OK|WARN|ERROR)\]))`,
)

const typographical = /[‐-―−‘’‚“”„…]/

/** What chat, mail and word processors do to characters, undone. Quote marks of mail go too. */
function cleanLine(line: string): string {
  return line
    .replace(invisible, '')
    .replace(tag, ' ')
    .replace(entity, (mark) => entities[mark]!)
    .replace(dashes, '-')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(blanks, ' ')
    .replace(/…/g, '...')
    .replace(/^(?:> ?)+(?=\S|\s)/, '')
    .replace(stamp, '')
    .trimEnd()
}

const names = (list: readonly string[]): string => list.join('|')
const role = names(roles)
const disk = names(diskStates)
const connection = names(connectionStates)

/** A field whose value is complete; a torn one is mended only into one of these. */
const completeField = new RegExp(
  `^(?:cs:(?:${connection})|(?:ro|st):(?:${role})/(?:${role})|ds:(?:${disk})/(?:${disk})` +
    `|role:(?:${role})|(?:peer-)?disk:(?:${disk})` +
    `|(?:connection|replication):(?:${connection}|Connecting|Established|Off)` +
    '|(?:ns|nr|dw|dr|al|bm|lo|pe|ua|ap|ep|oos):\\d+|wo:[bfdn])$',
)

/** Whether a field torn at the end of one line goes on at the start of the next. */
function isTorn(line: string, next: string): boolean {
  const head = /\S+$/.exec(line)?.[0]
  const tail = /^\S+/.exec(next)?.[0]
  if (head === undefined || tail === undefined || completeField.test(head)) return false
  return completeField.test(head + tail)
}

/** Where a line starts in the text that was put right. */
interface Piece {
  readonly offset: number
  readonly line: number
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle]!.offset <= offset) low = middle
    else high = middle - 1
  }
  return pieces[low]!
}

/** The most that is read of a paste, in characters: far more than any terminal holds. */
const limit = 1_000_000

/** Puts pasted text right, line by line, and mends fields that were torn by wrapping. */
export function sourceText(pasted: string): SourceText {
  const raw = pasted.slice(0, limit).split(/\r\n|\r|\n/)
  const lines = raw.map(cleanLine)
  const pieces: Piece[] = []
  const mended: number[] = []
  let text = ''
  for (const [index, line] of lines.entries()) {
    const torn = index > 0 && isTorn(lines[index - 1]!, line)
    if (torn) mended.push(index + 1)
    else if (index > 0) text += '\n'
    pieces.push({offset: text.length, line: index + 1})
    text += line
  }
  return {
    text,
    mended,
    restored: raw.flatMap((line, index) => (typographical.test(line) ? [index + 1] : [])),
    lines: lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1])),
    lineAt: (offset) => pieceAt(pieces, offset).line,
  }
}
