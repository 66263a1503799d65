import {formatCondition} from '../../model/format-condition.ts'
import type {PlanChoice} from '../../model/plan.ts'
import type {LintRule} from '../lint-rule.ts'

export const sameDecision: LintRule = {
  id: 'same-decision',
  severity: 'warning',
  doc: 'A choice that binds the same hosts as one above it, and leads to the same step: whichever is taken, the same happens.',
  advice: 'One of them is meant to bind the hosts the other way round.',
  check({steps}, _context, find) {
    for (const {choices} of steps) {
      const known = new Map<string, string>()
      for (const choice of choices.filter(({bindings}) => bindings.length > 0)) {
        const {words, position} = choice
        const other = known.get(deedOf(choice))
        known.set(deedOf(choice), words)
        if (other === undefined) continue
        find(
          `Unexpected choice “${words}” that does what “${other}” does, expected another binding`,
          {
            place: position,
          },
        )
      }
    }
  },
}

/** What a choice does, equal for the same. */
function deedOf({bindings, condition, target}: PlanChoice): string {
  return JSON.stringify([bindings, condition && formatCondition(condition), target])
}
