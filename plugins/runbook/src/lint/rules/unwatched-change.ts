import type {Term} from '../../model/condition.ts'
import type {Command, Step} from '../../model/runbook.ts'
import {positionOf} from '../../model/source-position.ts'
import type {LintRule} from '../lint-rule.ts'

export const unwatchedChange: LintRule = {
  id: 'unwatched-change',
  severity: 'warning',
  doc: 'A block that changes a host of which none of the step’s choices says anything: whether it was refused or did nothing is never looked at, or it runs on the wrong host.',
  advice: 'Ask about the host in a condition of the step, if only for `refused=any`.',
  check({steps}, _context, find) {
    for (const step of steps) {
      for (const command of step.commands.filter((one) => isUnwatched(one, step))) {
        const host = 'name' in command.on ? command.on.name : ''
        find(
          `Unexpected block that changes ${host}, of which no choice speaks, expected a condition about ${host}`,
          {place: positionOf(command.node)},
        )
      }
    }
  },
}

/** Steps that only hand on, by `else` or a decision, look at nothing at all: that is meant. */
function isUnwatched({on, effect}: Command, {choices}: Step): boolean {
  if (effect === 'read' || (on.kind !== 'host' && on.kind !== 'role')) return false
  const terms = choices.flatMap(({condition}) =>
    condition?.kind === 'terms' ? condition.terms : [],
  )
  return terms.length > 0 && !terms.some((term) => speaksOf(term, on.name))
}

/** `both` and `one` speak of every host. */
function speaksOf({who}: Term, name: string): boolean {
  return who.kind === 'host' || who.kind === 'role' ? who.name === name : who.kind !== 'cluster'
}
