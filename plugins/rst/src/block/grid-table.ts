import type {Lines} from '../text/line.ts'
import type {BlockConstruct} from './construct.ts'
import {readGrid} from './grid.ts'
import type {Scope} from './scope.ts'
import {addTable, type TableProblem} from './table.ts'
import {TextGrid} from './text-grid.ts'

/** A table drawn with `+`, `-`, `|` and, under its head, `=`. */
export const gridTable: BlockConstruct = {
  name: 'table',
  starts: '+',
  recognise: (text) => (isBorder(text) ? text.length : -1),
  parse(scope) {
    const {block, broken} = scope.flushBlock()
    const messages = broken ? [scope.reportOwn('unexpected-indent', {}, scope.at + 1)] : []
    const {lines, whole, problem} = isolate(scope, block)
    if (problem) scope.addAll(messages)
    const first = scope.number - lines.length + 1
    addTable(scope, lines, problem ?? readGrid(new TextGrid(lines.lines), first))
    if (!problem) scope.addAll(messages)
    if (!whole || broken) scope.add(scope.report('table-end', {}, scope.at + 1))
    return true
  },
}

/** `+---+---+` */
function isBorder(text: string): boolean {
  return /^\+-[-+]+-\+ *$/.test(text)
}

interface Isolated {
  lines: Lines
  /** Whether the table ends where the block of text does. */
  whole: boolean
  problem?: TableProblem
}

/** Cuts the table out of a block of text, with the cursor where docutils then has it. */
function isolate(scope: Scope, block: Lines): Isolated {
  let lines = block.slice(0, leftAligned(block))
  let whole = lines.length === block.length
  scope.back(block.length - lines.length)
  const bottom = bottomBorder(lines)
  if (bottom < 0) {
    const line = lines.length > 3 ? 2 : whole ? lines.length - 1 : lines.length
    return {lines, whole, problem: {detail: 'Bottom border missing or corrupt.', line}}
  }
  if (bottom < lines.length - 1) {
    scope.back(lines.length - bottom + 1)
    lines = lines.slice(0, bottom + 1)
    whole = false
  }
  const ragged = raggedLine(lines)
  if (ragged < 0) return {lines, whole}
  return {lines, whole, problem: {detail: 'Right border not aligned or missing.', line: ragged}}
}

/** How many lines from the first one begin with a border. */
function leftAligned(block: Lines): number {
  const end = block.lines.findIndex(({text}) => text[0] !== '+' && text[0] !== '|')
  return end < 0 ? block.length : end
}

/** The last line that is a border, below the second; -1 if there is none. */
function bottomBorder({lines}: Lines): number {
  if (isBorder(lines[lines.length - 1]!.text)) return lines.length - 1
  let bottom = lines.length - 2
  while (bottom > 1 && !isBorder(lines[bottom]!.text)) bottom--
  return bottom > 1 ? bottom : -1
}

/** The first line that is not as wide as the others or does not end with a border. */
function raggedLine({lines}: Lines): number {
  const grid = new TextGrid(lines)
  const width = grid.width(0)
  for (let row = 0; row < grid.height; row++) {
    const last = grid.at(row, width - 1)
    if (grid.width(row) !== width || (last !== '+' && last !== '|')) return row
  }
  return -1
}
