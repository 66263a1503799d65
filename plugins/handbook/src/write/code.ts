import type {Code as CodeNode} from 'mdast'
import {columns, expandTabs, pieces, type Piece} from '../code/pieces.ts'
import type {Token} from '../code/tokens.ts'
import {array, call, code, inlineBlock, type Value} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import type {Writer} from './writer.ts'

/** A block of code with its title, line numbers and marked lines, as Docusaurus reads its meta. */
export function codeBlock(node: CodeNode, writer: Writer): string {
  const meta = readMeta(node.meta ?? '')
  return codeCall(node, writer, {
    title: meta.title === undefined ? undefined : code(writer.text(meta.title, node)),
    numbers: meta.firstNumber,
    marked: meta.marked.length > 0 ? meta.marked : undefined,
  })
}

/** A block of code as the theme's function shows it, each line cut where it may be broken. */
export function codeCall(
  node: CodeNode,
  writer: Writer,
  named: Readonly<Record<string, Value>> = {},
): string {
  const {highlight} = writer.book.options
  const language = node.lang ?? ''
  const source = writer.printable(node.value.replace(/\r\n?/g, '\n'), node)
  const lines = source.split('\n').map(expandTabs)
  const tokens = highlight?.(lines.join('\n'), language)
  const written = lines.map((line, index) => codeLine(line, language, tokens?.[index]))
  return call('code-block', [code(array(written))], named)
}

/** A line as an array of its pieces: columns, strength of the break after it, and content. */
export function codeLine(line: string, language: string, tokens?: readonly Token[]): string {
  const parts = pieces(line, language)
  if (columns(line) <= 32 || parts.length === 1) {
    return array([pieceEntry({text: line, strength: 0}, tokens ?? plain(line))])
  }
  const queue = [...(tokens ?? plain(line))]
  return array(parts.map((part) => pieceEntry(part, take(queue, part.text.length))))
}

function plain(text: string): Token[] {
  return text === '' ? [] : [{kind: 'plain', text}]
}

function pieceEntry(piece: Piece, tokens: readonly Token[]): string {
  const content = inlineBlock(tokens.map(tokenContent))
  return `(${columns(piece.text)}, ${piece.strength}, ${content})`
}

function tokenContent({kind, text}: Token): string {
  return kind === 'plain' ? literal(text) : call(`code-${kind}`, [text])
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
export function readMeta(meta: string): Meta {
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
