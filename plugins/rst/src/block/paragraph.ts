import {trimEnd} from '../text/whitespace.ts'
import type {Line} from '../text/line.ts'
import {markedElement} from '../tree.ts'
import type {SecondLine} from './construct.ts'
import type {Scope} from './scope.ts'

/** A paragraph of more than one line; an indented line is an error that ends it. */
export const paragraph: SecondLine = {
  name: 'paragraph',
  recognise: () => true,
  parse(scope) {
    const first = scope.lines[scope.at - 1]!
    const {number} = scope
    const {block, broken} = scope.flushBlock()
    const announced = addParagraph(scope, [first, ...block.lines], number - 1)
    if (broken) scope.add(scope.reportOwn('unexpected-indent', {}, scope.at + 1))
    if (announced) {
      scope.next()
      scope.addAll(scope.context.parseLiteral(scope))
    }
    return true
  },
}

/** A paragraph of one line: the cursor is on the blank line after it or behind the last line. */
export function parseShortParagraph(scope: Scope): void {
  const announced = addParagraph(scope, [scope.lines[scope.at - 1]!], scope.number - 1)
  if (announced) scope.addAll(scope.context.parseLiteral(scope))
}

/** Adds a paragraph; says whether its last characters announce a literal block. */
function addParagraph(scope: Scope, lines: readonly Line[], number: number): boolean {
  const source = lines.length === 1 ? lines[0]!.text : joined(lines)
  const announces = endsInDoubleColon(source)
  const text = announces ? withoutDoubleColon(source) : source
  if (announces && text === '') return true
  const {nodes, messages} = scope.inline(text, lines, number)
  scope.add(markedElement('paragraph', nodes, source, lines[0]))
  scope.addAll(messages)
  return announces
}

function joined(lines: readonly Line[]): string {
  let text = lines[0]!.text
  for (let i = 1; i < lines.length; i++) text += `\n${lines[i]!.text}`
  return trimEnd(text)
}

function endsInDoubleColon(text: string): boolean {
  if (!text.endsWith('::')) return false
  let backslashes = 0
  while (text[text.length - 3 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 0
}

/** `text::` keeps one colon; in `text ::` both go; `::` alone leaves nothing. */
function withoutDoubleColon(text: string): string {
  if (text.length === 2) return ''
  const before = text[text.length - 3]
  return before === ' ' || before === '\n' ? trimEnd(text.slice(0, -3)) : text.slice(0, -1)
}
