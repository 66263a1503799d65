import type {Line} from '../text/line.ts'
import type {Severity} from './rule.ts'

/** A range in a file; lines and columns count from 1. */
export interface Place {
  file: string
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What a message adds to its sentence: an advice, a near name, the other place of a duplicate. */
export interface Note {
  text: string
  place?: Place
}

/**
 * A message to the writer, in the fields of a VFileMessage (`file`, `place`, `source`, `ruleId`)
 * without its class, so that this package needs none.
 */
export interface Message {
  source: 'rst'
  ruleId: string
  severity: Exclude<Severity, 'off'>
  reason: string
  place: Place
  /** The include directives that brought the text here, innermost first. */
  includedFrom: Place[]
  notes: Note[]
}

/** The place of `length` characters of a line, from `column` (counted from 0) on. */
export function placeOf(line: Line, column = 0, length = line.text.length - column): Place {
  const start = line.column + column + 1
  return {
    file: line.path,
    line: line.number,
    column: start,
    endLine: line.number,
    endColumn: start + Math.max(length, 0),
  }
}

/** The directives through which a line came into its document, innermost first. */
export function includeChain(line: Line): Place[] {
  const chain: Place[] = []
  for (let from = line.origin.includedFrom; from; from = from.origin.includedFrom) {
    chain.push(placeOf(from))
  }
  return chain
}
