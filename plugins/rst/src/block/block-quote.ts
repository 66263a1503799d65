import {isBlank, leadingSpace} from '../text/whitespace.ts'
import type {Lines} from '../text/line.ts'
import {type Line} from '../text/line.ts'
import {appendAll, Element, markedElement, type Node} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {spacesEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** Indented text; `-- name` after a blank line attributes it and ends it. */
export const blockQuote: BlockConstruct = {
  name: 'block_quote',
  starts: ' ',
  recognise: () => 0,
  parse(scope) {
    const {block, blankFinish} = scope.indented()
    const elements = readBlockQuotes(scope, block)
    scope.addAll(elements)
    scope.warnUnindent('Block quote', blankFinish)
    return true
  },
}

/** Parses indented lines into block quotes: one ends, and the next begins, after an attribution. */
export function readBlockQuotes(scope: Scope, block: Lines): Node[] {
  const elements: Node[] = []
  for (let start = textStart(block, 0); start < block.length;) {
    const attribution = findAttribution(block.lines, start)
    const quote = new Element('block_quote', {}, [], block.lines[start])
    scope.parseInto(quote, block.slice(start, attribution?.start))
    elements.push(quote)
    if (!attribution) break
    appendAll(elements, readAttribution(scope, block, attribution, quote))
    start = textStart(block, attribution.end)
  }
  return elements
}

function textStart({lines}: Lines, from: number): number {
  let start = from
  while (start < lines.length && isBlank(lines[start]!.text)) start++
  return start
}

interface Attribution {
  start: number
  end: number
  /** Columns to cut off the first line, and off the others. */
  marker: number
  indent: number
}

/** The first attribution from a line on: after a blank line that follows text. */
function findAttribution(lines: readonly Line[], from: number): Attribution | undefined {
  let wasBlank = false
  let seenText = false
  for (let i = from; i < lines.length; i++) {
    const {text} = lines[i]!
    const blank = isBlank(text)
    if (!blank && seenText && wasBlank) {
      const marker = attributionMarker(text)
      const shape = marker < 0 ? undefined : attributionShape(lines, i)
      if (shape) return {start: i, marker, ...shape}
    }
    if (!blank) seenText = true
    wasBlank = blank
  }
  return undefined
}

/** `--`, `---` or an em dash, then text. */
function attributionMarker(text: string): number {
  let end = 0
  if (text[0] === '\u2014') end = 1
  else while (text[end] === '-') end++
  if (text[0] === '-' && (end < 2 || end > 3)) return -1
  if (end === 0) return -1
  const after = spacesEnd(text, end)
  return after < text.length ? after : -1
}

/** The end of an attribution, and the indentation that all its further lines share. */
function attributionShape(
  lines: readonly Line[],
  start: number,
): {end: number; indent: number} | undefined {
  let indent: number | undefined
  let end = start + 1
  for (; end < lines.length; end++) {
    const {text} = lines[end]!
    if (isBlank(text)) break
    indent ??= leadingSpace(text)
    if (leadingSpace(text) !== indent) return undefined
  }
  return {end, indent: indent ?? 0}
}

function readAttribution(
  scope: Scope,
  block: Lines,
  {start, end, marker, indent}: Attribution,
  quote: Element,
): Element[] {
  const lines = block.lines.slice(start, end).map((line, i) => line.from(i === 0 ? marker : indent))
  const text = lines.map((line) => line.text).join('\n')
  const {nodes, messages} = scope.inline(text, lines, block.offset + start + 1)
  quote.children.push(markedElement('attribution', nodes, text, lines[0]))
  return messages
}
