import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const outcomeContent: LintRule = {
  id: 'outcome-content',
  severity: 'error',
  doc: 'An outcome with choices, or with a command that changes something: an outcome is an end.',
  advice:
    'A responder stops reading at an outcome: give what is still to be done or asked a step of its own before it.',
  check({steps}, _context, find) {
    for (const {title, outcome, choices, commands} of steps) {
      if (!outcome) continue
      if (choices[0])
        find(`Unexpected choices in the outcome “${title}”, expected none`, {
          place: choices[0].position,
        })
      for (const {effect, node} of commands) {
        if (effect === 'read') continue
        find(
          `Unexpected command that ${effect === 'change' ? 'changes' : 'destroys'} in the outcome “${title}”, expected it in a step before`,
          {place: positionOf(node)},
        )
      }
    }
  },
}
