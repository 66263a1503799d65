import {idleLoops} from '../../graph/index.ts'
import type {LintRule} from '../lint-rule.ts'

export const idleLoop: LintRule = {
  id: 'idle-loop',
  severity: 'error',
  doc: 'A loop in which nothing changes and nobody waits: the responder sees the same again and again.',
  advice: 'Such as `wait 10s max 5min` on a link to the same step.',
  check(runbook, _context, find) {
    for (const {step, choice} of idleLoops(runbook)) {
      const {choices} = runbook.steps.find(({id}) => id === step)!
      const {words, position} = choices.find(({id}) => id === choice)!
      find(`Unexpected way back from “${words}” without any change, expected a wait`, {
        place: position,
      })
    }
  },
}
