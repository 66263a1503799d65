import {appendAll, Element, markedElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {type ReadItem, readFurtherItems} from './list-item.ts'
import {markerEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** `| line`: lines that keep their breaks; deeper ones form blocks of their own. */
export const lineBlock: BlockConstruct = {
  name: 'line_block',
  starts: '|',
  recognise,
  parse(scope) {
    const block = new Element('line_block', {}, [], scope.line)
    const {at, parent} = scope
    const lines: IndentedLine[] = []
    scope.add(block)
    let finish = readLine(scope, lines, parent)
    scope.parent = block
    if (!finish) finish = readFurtherLines(scope, lines, parent)
    scope.parent = parent
    if (!finish) scope.add(scope.report('line-block-end', {}, at + 1))
    block.children = nestLines(lines)
    return true
  },
}

/** A line and how far it is indented; an empty line is indented as the one before it. */
export interface IndentedLine {
  element: Element
  indent: number | undefined
}

function recognise(text: string): number {
  return text[0] === '|' ? markerEnd(text, 1) : -1
}

/** Reads a line with its continuation lines; says whether a blank line follows. */
function readLine(scope: Scope, lines: IndentedLine[], messagesTo: Element): boolean {
  const {line, number, text} = scope
  const marker = recognise(text)
  const {block, blankFinish} = scope.indented({first: marker, untilBlank: true})
  const source = block.toString()
  const {nodes, messages} = scope.inline(source, block.lines, number)
  const indent = marker === text.length ? undefined : marker - 2
  lines.push({element: markedElement('line', nodes, source, line.from(marker)), indent})
  appendAll(messagesTo.children, messages)
  return blankFinish
}

function readFurtherLines(scope: Scope, lines: IndentedLine[], messagesTo: Element): boolean {
  const read: ReadItem = () =>
    recognise(scope.text) < 0 ? undefined : readLine(scope, lines, messagesTo)
  return readFurtherItems(scope, messagesTo, false, read, true)
}

/** Blocks that are still open, each indented more than the one before. */
interface Open {
  indent: number
  children: Element[]
}

/** Deeper line blocks than this are drawn together into one. */
const deepest = 50

/** Puts lines that are indented more than those around them into blocks of their own. */
export function nestLines(lines: readonly IndentedLine[]): Element[] {
  const open: Open[] = []
  let last = 0
  for (const {element, indent} of lines) {
    last = indent ?? last
    const top = open[open.length - 1]
    const level = open.length === deepest && top!.indent < last ? top!.indent : last
    blockAt(open, level).children.push(element)
  }
  return closeAbove(open, -1)?.children ?? []
}

/** The open block with an indentation; deeper ones are closed into it. */
function blockAt(open: Open[], indent: number): Open {
  const inner = closeAbove(open, indent)
  let block = open[open.length - 1]
  if (block?.indent !== indent) {
    block = {indent, children: []}
    open.push(block)
  }
  if (inner) block.children.push(new Element('line_block', {}, inner.children))
  return block
}

/** Closes the blocks that are indented more, each into the one before; returns the first of them. */
function closeAbove(open: Open[], indent: number): Open | undefined {
  let closed: Open | undefined
  while (open.length > 0 && open[open.length - 1]!.indent > indent) {
    const block = open.pop()!
    if (closed) block.children.push(new Element('line_block', {}, closed.children))
    closed = block
  }
  return closed
}
