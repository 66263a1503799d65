import type {Term} from '../../model/condition.ts'
import type {Command, Step} from '../../model/runbook.ts'
import {positionOf} from '../../model/source-position.ts'
import type {LintRule} from '../lint-rule.ts'

export const unmindedRefusal: LintRule = {
  id: 'unminded-refusal',
  severity: 'warning',
  doc: 'A block that changes a host, and no choice for whatever refuses it there: a refusal is taken for something else, or the block runs on another host than the step is about.',
  advice: 'Add a choice such as `be1: refused=any`; on both hosts, `one: refused=any`.',
  check({head: {hosts}, steps}, _context, find) {
    for (const step of steps) {
      for (const command of step.commands.filter((one) => isUnminded(one, step, hosts.length))) {
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
function isUnminded({on, effect}: Command, {choices}: Step, hosts: number): boolean {
  if (effect === 'read' || on.kind === 'elsewhere') return false
  const terms = choices.flatMap(({condition}) =>
    condition?.kind === 'terms' ? condition.terms : [],
  )
  const minding = terms.filter(isOfAnyRefusal).map(({who}) => who)
  if (terms.length === 0 || minding.some(({kind}) => kind === 'one')) return false
  const named = new Set(minding.flatMap((who) => ('name' in who ? who.name : [])))
  return 'name' in on ? !named.has(on.name) : named.size < hosts
}

function isOfAnyRefusal({key, values}: Term): boolean {
  return key === 'refused' && values.includes('any')
}
