import {reachableSteps} from '../../graph/index.ts'
import type {PlanCommand, PlanStep} from '../../model/plan.ts'
import type {LintRule} from '../lint-rule.ts'

export const destroyWithoutCopy: LintRule = {
  id: 'destroy-without-copy',
  severity: 'error',
  doc: 'A command that destroys, reached on some path without a command before it that takes a snapshot or a backup.',
  check(runbook, _context, find) {
    const reached = reachableSteps(
      runbook,
      [runbook.steps[0]!.id],
      (step) => !step.commands.some(copies),
    )
    for (const {id, title, commands} of runbook.steps) {
      const first = commands.find((command) => copies(command) || command.effect === 'destroy')
      if (!reached.has(id) || !first || first.effect !== 'destroy') continue
      find(
        `Unexpected command that destroys in “${title}”, expected a snapshot or a backup before it on every path`,
        {place: first.node.position},
      )
    }
  },
}

/** Whether a command takes a copy, by its words: the checker proves that the copy holds the data. */
function copies({effect, lines}: PlanCommand | PlanStep['commands'][number]): boolean {
  const copy = /\b(?:snapshot|backup|basebackup|pg_basebackup|lvcreate\b.*\s(?:-s|--snapshot))\b/i
  const undone = /\b(?:restore|remove|delete|lvremove)\b/i
  return effect === 'change' && lines.some((line) => copy.test(line) && !undone.test(line))
}
