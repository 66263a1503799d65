import type {RuleId} from '../message/rules.ts'
import type {BlockConstruct} from './construct.ts'
import type {Explicit} from './context.ts'
import {readFurtherItems} from './list-item.ts'
import {markerEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** A kind of explicit markup, recognised behind the two dots. */
export interface ExplicitConstruct<Result = Explicit | Malformed> {
  readonly name: string
  /**
   * Looks at the text from `start`, behind the dots and spaces: where the marker of this kind
   * ends, or -1.
   */
  readonly recognise: (text: string, start: number) => number
  /** Reads the block, or says what is wrong with its marker; then it is a comment. */
  readonly parse: (scope: Scope, start: number, end: number) => Result
}

/** The rule that says why a marker is none. */
type Malformed = RuleId & ('target-malformed' | 'substitution-malformed')

/** The list of constructs as one of block parsing; `comment` takes what none of them wants. */
export function explicitMarkup(
  constructs: readonly ExplicitConstruct[],
  comment: ReadComment,
  anonymous: ExplicitConstruct<Explicit>,
): BlockConstruct {
  const readBlock = (scope: Scope): boolean | undefined => {
    const {text} = scope
    const start = dotsEnd(text)
    const end = start < 0 ? anonymous.recognise(text, 0) : -1
    if (start < 0 && end < 0) return undefined
    const result =
      start < 0 ? anonymous.parse(scope, 0, end) : readExplicit(scope, start, constructs, comment)
    scope.addAll(result.nodes)
    return result.blankFinish
  }
  return {
    name: 'explicit_markup',
    starts: '._',
    recognise: (text) => Math.max(dotsEnd(text), anonymous.recognise(text, 0)),
    parse(scope) {
      const finish = readFurtherItems(scope, scope.parent, readBlock(scope)!, readBlock, true)
      scope.warnUnindent('Explicit markup', finish)
      return true
    },
  }
}

type ReadComment = (scope: Scope, marker: number, text: string) => Explicit

/** The end of `..` and the spaces after it, or -1. */
function dotsEnd(text: string): number {
  return text.startsWith('..') ? markerEnd(text, 2) : -1
}

function readExplicit(
  scope: Scope,
  start: number,
  constructs: readonly ExplicitConstruct[],
  comment: ReadComment,
): Explicit {
  const {text} = scope
  for (const construct of constructs) {
    const end = start < text.length ? construct.recognise(text, start) : -1
    if (end < 0) continue
    const result = construct.parse(scope, start, end)
    if (typeof result !== 'string') return result
    const message = scope.report(result, {})
    const {nodes, blankFinish} = comment(scope, start, text)
    return {nodes: [...nodes, message], blankFinish}
  }
  return comment(scope, start, text)
}
