import type {Code as CodeNode} from 'mdast'
import {columns, expandTabs, pieces, type Piece} from '../code/pieces.ts'
import type {Token} from '../code/tokens.ts'
import {array, call, code, type Code, type Value} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import type {Writer} from './writer.ts'

/**
 * A block of code with its title, line numbers and marked lines, as Docusaurus reads its meta.
 *
 * @param caption its title, if that is no part of the meta
 */
export function codeBlock(node: CodeNode, writer: Writer, caption?: Code): string {
  const meta = readMeta(node.meta ?? '')
  const title = meta.title === undefined ? caption : code(writer.text(meta.title, node))
  return codeCall(node, writer, {
    title,
    numbers: meta.firstNumber,
    marked: meta.marked.length > 0 ? meta.marked : undefined,
  })
}

/** A block of code as the theme's function shows it, each line cut where it may be broken. */
function codeCall(
  node: CodeNode,
  writer: Writer,
  named: Readonly<Record<string, Value>> = {},
): string {
  const {highlight} = writer.book.options
  const language = node.lang ?? ''
  const source = node.value.replace(/\r\n?/g, '\n')
  const lines = writer.printable(source, node).split('\n').map(expandTabs)
  const tokens = highlight?.(lines.join('\n'), language)
  const copies = source.split('\n')
  const written = lines.map((line, index) =>
    codeLine(line, language, writer, tokens?.[index], copies[index]),
  )
  return call('code-block', [code(array(written))], named)
}

/** Lines up to this wide fit wherever blocks of code stand, but in cells. */
const alwaysFits = {a4: 60, letter: 60, a5: 40}

/** White space whose width a reader of the file would have to guess. */
const unsure = /^\s+\S|\S\s{2,}\S|\t/

/**
 * A line as an array of its pieces: columns, strength of the break after it, and runs of tokens.
 * Lines that fit anyway are one piece. A line that may be cut, or that cannot be read back from
 * what is drawn, has its place in `copies` before them.
 *
 * @param copy what is copied out of the PDF: the line as it is in the sources
 */
export function codeLine(
  line: string,
  language: string,
  writer: Writer,
  tokens: readonly Token[] = [{kind: 'plain', text: line}],
  copy = line,
): string {
  const fits = writer.scope.narrow ? 12 : alwaysFits[writer.book.options.paper ?? 'a4']
  const parts: Piece[] =
    columns(line) <= fits ? [{text: line, strength: 0}] : pieces(line, language)
  const queue = tokens.filter(({text}) => text !== '')
  const entries = parts.map((part) => pieceEntry(part, take(queue, part.text.length)))
  const isSure = parts.length === 1 && copy === line && !unsure.test(line)
  return array(isSure ? entries : [String(writer.book.copies.push(copy) - 1), ...entries])
}

/** `(7, 2, "drbdadm ")`; a run that is not plain is a pair of its kind and its text. */
function pieceEntry(piece: Piece, tokens: readonly Token[]): string {
  const runs = tokens.map(({kind, text}) =>
    kind === 'plain' ? literal(text) : array([literal(kind), literal(text)]),
  )
  return array([String(columns(piece.text)), String(piece.strength), ...runs])
}

/** Takes tokens of this length from the front, cutting the last one. */
function take(queue: Token[], length: number): Token[] {
  const taken: Token[] = []
  let left = length
  while (left > 0 && queue.length > 0) {
    const {kind, text} = queue.shift()!
    taken.push({kind, text: text.slice(0, left)})
    if (text.length > left) queue.unshift({kind, text: text.slice(left)})
    left -= text.length
  }
  return taken
}

interface Meta {
  readonly title?: string
  /** Number of the first line, if lines are numbered. */
  readonly firstNumber?: number
  /** One-based numbers of the lines to be marked. */
  readonly marked: readonly number[]
}

/** Reads `title="…" showLineNumbers=3 {1,4-6}`. */
function readMeta(meta: string): Meta {
  const title = /\btitle=(["'])(.*?)\1/.exec(meta)?.[2]
  const numbers = /\bshowLineNumbers(?:=(\d+))?/.exec(meta)
  const ranges = /\{([\d\s,-]+)\}/.exec(meta)?.[1] ?? ''
  return {
    ...(title && {title}),
    ...(numbers && {firstNumber: Number(numbers[1] ?? 1)}),
    marked: ranges.split(',').flatMap(lineRange),
  }
}

function lineRange(range: string): number[] {
  const [, from, to] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(range) ?? []
  if (!from) return []
  const last = Math.min(Number(to ?? from), Number(from) + 10_000)
  return Array.from({length: Math.max(0, last - Number(from) + 1)}, (_, index) => +from + index)
}
