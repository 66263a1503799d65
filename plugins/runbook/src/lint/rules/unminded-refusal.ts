import type {Term} from '../../model/condition.ts'
import type {Command, Step} from '../../model/runbook.ts'
import {positionOf} from '../../model/source-position.ts'
import type {LintRule} from '../lint-rule.ts'

export const unmindedRefusal: LintRule = {
  id: 'unminded-refusal',
  severity: 'warning',
  doc: 'A block that changes a host, and no choice for whatever refuses it there: a refusal is taken for something else, or the block runs on another host than the step is about.',
  advice: 'Add a choice such as `be1: refused=any`; on both hosts, `one: refused=any`.',
  check({steps}, _context, find) {
    for (const step of steps) {
      for (const command of step.commands.filter((one) => isUnminded(one, step))) {
        const host = 'name' in command.on ? command.on.name : 'one'
        find(
          `Unexpected block that changes ${host === 'one' ? 'both hosts' : host} without a choice for a refusal, expected \`${host}: refused=any\``,
          {place: positionOf(command.node)},
        )
      }
    }
  },
}

/** Steps that only hand on, by `else` or a decision, look at nothing at all: that is meant. */
function isUnminded({on, effect}: Command, {choices}: Step): boolean {
  if (effect === 'read' || on.kind === 'elsewhere') return false
  const terms = choices.flatMap(({condition}) =>
    condition?.kind === 'terms' ? condition.terms : [],
  )
  const host = 'name' in on ? on.name : undefined
  return terms.length > 0 && !terms.some((term) => minds(term, host))
}

/** Whether a term is about any refusal by a host, or by one of them. */
function minds({who, key, values}: Term, host: string | undefined): boolean {
  if (key !== 'refused' || !values.includes('any')) return false
  return who.kind === 'one' || (host !== undefined && 'name' in who && who.name === host)
}
