import {trim} from '../text/whitespace.ts'
import type {Lines} from '../text/line.ts'
import type {BlockConstruct} from './construct.ts'
import type {Scope} from './scope.ts'
import {readSimple} from './simple.ts'
import {addTable, malformedTable} from './table.ts'
import {TextGrid} from './text-grid.ts'

/** A table whose columns are marked by rows of `=` and separated by spaces. */
export const simpleTable: BlockConstruct = {
  name: 'table',
  starts: '=',
  recognise: (text) => (/^=+(?: +=+)+ *$/.test(text) ? text.length : -1),
  parse(scope) {
    const table = isolate(scope)
    if ('detail' in table) scope.add(malformedTable(scope, table.lines, table))
    else {
      const first = scope.number - table.lines.length + 1
      addTable(scope, table.lines, readSimple(new TextGrid(table.lines.lines), first))
    }
    if (!table.whole) scope.add(scope.report('table-end', {}, scope.at + 1))
    return true
  },
}

interface Isolated {
  lines: Lines
  /** Whether a blank line or the end follows. */
  whole: boolean
}

interface Malformed extends Isolated {
  detail: string
  line: number
}

/** `=====`, `===  ===`: the bottom of a table or of its head. */
function isBorder(text: string): boolean {
  return /^=[ =]*$/.test(text)
}

/**
 * Finds the end of the table: its second border, or a first one that a blank line follows. The
 * cursor moves to it. docutils looks for it through all lines there are.
 */
function isolate(scope: Scope): Isolated | Malformed {
  const start = scope.at
  const width = trim(scope.text).length
  let found = -1
  for (let i = start + 1; ; i++) {
    if (i === scope.lines.length && scope.isSuspending) scope.joinSuspended()
    if (i === scope.lines.length) return withoutEnd(scope, start, found)
    const {text} = scope.lines[i]!
    if (!isBorder(text)) continue
    scope.at = i
    const whole = scope.isNextBlank
    const lines = scope.slice(start, i + 1)
    if (trim(text).length !== width) return {lines, whole, detail: mismatch, line: i - start}
    if (found >= 0 || whole) return {lines, whole}
    found = i
  }
}

const mismatch = 'Bottom border or header rule does not match top border.'

function withoutEnd(scope: Scope, start: number, found: number): Malformed {
  const detail = 'No bottom table border found'
  scope.at = found < 0 ? scope.lines.length - 1 : found
  const lines = scope.slice(start, scope.at + 1)
  if (found < 0) return {lines, whole: true, detail: `${detail}.`, line: 0}
  const more = ' or no blank line after table bottom.'
  return {lines, whole: false, detail: detail + more, line: 0}
}
