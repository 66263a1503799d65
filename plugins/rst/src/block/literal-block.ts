import type {Lines} from '../text/line.ts'
import {isBlank} from '../text/whitespace.ts'
import {type Element, literalElement, type Node} from '../tree.ts'
import {isPunctuation} from './marker.ts'
import type {Scope} from './scope.ts'

/**
 * Reads the literal block after `::`: indented text, or unindented text each line of which begins
 * with the same punctuation character. The cursor is before or on its first line.
 */
export function readLiteralBlock(scope: Scope): Node[] {
  const start = scope.at
  const {block, blankFinish} = scope.indented()
  const content = withoutBlankEnd(block)
  if (content.length === 0) return readQuotedBlock(scope, start)
  const element = literalBlock(content)
  return blankFinish ? [element] : [element, unindented(scope)]
}

function literalBlock(content: Lines): Element {
  return literalElement('literal_block', content.toString(), content.lines[0])
}

function unindented(scope: Scope): Element {
  return scope.report('unindent', {name: 'Literal block'}, scope.at + 1)
}

function withoutBlankEnd(block: Lines): Lines {
  let end = block.length
  while (end > 0 && isBlank(block.lines[end - 1]!.text)) end--
  return end < block.length ? block.slice(0, end) : block
}

/** Reads a quoted literal block; what ends it other than a blank line is an error. */
function readQuotedBlock(scope: Scope, start: number): Node[] {
  let first = start
  while (first < scope.lines.length && isBlank(scope.lines[first]!.text)) first++
  const quote = scope.lines[first]?.text.charCodeAt(0)
  if (quote === undefined || !isPunctuation(quote)) return noBlock(scope, first)
  let end = first + 1
  while (end < scope.lines.length && scope.lines[end]!.text.charCodeAt(0) === quote) end++
  const element = literalBlock(scope.slice(first, end))
  const after = scope.lines[end]?.text
  scope.at = end - 1
  if (after === undefined || isBlank(after)) return [element]
  const rule = after.startsWith(' ') ? 'unexpected-indent' : 'literal-quoting'
  return [element, scope.report(rule, {}, end)]
}

function noBlock(scope: Scope, index: number): Node[] {
  const message = scope.report('literal-missing', {}, index)
  scope.at = index - 1
  return [message]
}
