import {leadingSpace, trimEnd} from '../text/whitespace.ts'
import type {RuleId} from '../message/rules.ts'
import {type Element, textElement} from '../tree.ts'
import type {SecondLine} from './construct.ts'
import {isAdornment} from './marker.ts'
import type {Scope} from './scope.ts'
import {isWider, openSection} from './section.ts'

/** An adornment, a line of text, and the same adornment. The cursor is on the text. */
export const overlinedTitle: SecondLine = {
  name: 'title',
  recognise: () => true,
  parse(scope) {
    const overAt = scope.at - 1
    const overline = trimEnd(scope.lines[overAt]!.text)
    const line = scope.line
    const problem = findProblem(scope, overline)
    if (problem) return giveUp(scope, overAt, problem)
    const title = trimEnd(line.text)
    const messages: Element[] = []
    scope.next()
    if (isWider(title, overline)) {
      if (overline.length < 4) return giveUp(scope, overAt, 'overline-narrow')
      messages.push(
        scope.report('overline-narrow', {}, overAt, [
          textElement('literal_block', source(scope, overAt)),
        ]),
      )
    }
    openSection(scope, {
      line: line.from(leadingSpace(title)),
      number: scope.number - 1,
      source: source(scope, overAt),
      style: overline[0]! + scope.text[0]!,
      messages,
    })
    return true
  },
}

type Problem = 'overline-alone' | 'overline-unmatched' | 'overline-differs' | 'overline-narrow'

function findProblem(scope: Scope, overline: string): Problem | undefined {
  const underline = scope.following
  if (underline === undefined) return 'overline-alone'
  if (!isAdornment(trimEnd(underline))) return 'overline-unmatched'
  return overline === trimEnd(underline) ? undefined : 'overline-differs'
}

/** Reports the problem; a short overline is text then, otherwise the lines are dropped. */
function giveUp(scope: Scope, overAt: number, problem: Problem & RuleId): boolean {
  const short = trimEnd(scope.lines[overAt]!.text).length < 4
  if (short) {
    scope.add(scope.report('overline-short', {}, overAt))
    scope.at = overAt
    return false
  }
  scope.at = overAt + (problem === 'overline-alone' ? 1 : 2)
  scope.add(
    scope.report(problem, {}, overAt, [textElement('literal_block', source(scope, overAt))]),
  )
  return true
}

/** The overline and what follows it, as far as it was read. */
function source(scope: Scope, overAt: number): string {
  return scope.slice(overAt, scope.at + 1).toString()
}
