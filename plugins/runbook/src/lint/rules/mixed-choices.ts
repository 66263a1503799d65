import type {LintRule} from '../lint-rule.ts'

export const mixedChoices: LintRule = {
  id: 'mixed-choices',
  severity: 'warning',
  doc: 'A choice without a condition among choices that have one: it would be a decision of the responder, whatever is seen. Often a condition was forgotten, or `else` is meant.',
  advice: 'Write `else` for whatever is left, or ask for the decision in a step of its own.',
  check({steps}, _context, find) {
    for (const {choices} of steps) {
      if (!choices.some(({condition}) => condition)) continue
      for (const {condition, words, position} of choices) {
        if (condition) continue
        find(`Unexpected choice “${words}” without a condition among observations, expected one`, {
          place: position,
        })
      }
    }
  },
}
