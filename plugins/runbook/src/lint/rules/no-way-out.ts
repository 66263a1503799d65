import {deadEnds} from '../../graph/index.ts'
import type {LintRule} from '../lint-rule.ts'

export const noWayOut: LintRule = {
  id: 'no-way-out',
  severity: 'error',
  doc: 'A step from which no outcome and no other runbook can be reached.',
  advice:
    'Give one of these steps a choice that leads to `Done:`, `Serving:`, `Escalate:` or another runbook.',
  check(runbook, _context, find) {
    const dead = new Set(deadEnds(runbook))
    for (const {id, title, choices, position} of runbook.steps) {
      if (!dead.has(id) || choices.length === 0) continue
      find(`Unexpected choices of “${title}” that lead in circles, expected a way to an outcome`, {
        place: position,
      })
    }
  },
}
