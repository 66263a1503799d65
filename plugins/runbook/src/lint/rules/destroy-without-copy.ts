import {reachableSteps} from '../../graph/index.ts'
import {takesCopy} from '../../model/takes-copy.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const destroyWithoutCopy: LintRule = {
  id: 'destroy-without-copy',
  severity: 'error',
  doc: 'A command that destroys, reached on some path without a command before it that takes a snapshot or a backup.',
  advice: 'Lead every path to it through a step that takes a snapshot or a backup.',
  check(runbook, _context, find) {
    const reached = reachableSteps(
      runbook,
      [runbook.steps[0]!.id],
      (step) => !step.commands.some(takesCopy),
    )
    for (const {id, title, commands} of runbook.steps) {
      const first = commands.find((command) => takesCopy(command) || command.effect === 'destroy')
      if (!reached.has(id) || !first || first.effect !== 'destroy') continue
      find(
        `Unexpected command that destroys in “${title}”, expected a snapshot or a backup before it on every path`,
        {place: positionOf(first.node)},
      )
    }
  },
}
