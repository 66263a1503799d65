import {refId} from '../../graph/index.ts'
import type {LintRule} from '../lint-rule.ts'

export const missingTarget: LintRule = {
  id: 'missing-target',
  severity: 'error',
  doc: 'A choice leads to a step or a runbook that is not there.',
  advice: 'A step is linked by the slug of its heading, a runbook by its file.',
  check({steps, name}, {runbooks}, find) {
    const here = new Set(steps.map(({id}) => id))
    for (const {words, target, position} of steps.flatMap(({choices}) => choices)) {
      const other = target.runbook === undefined ? undefined : runbooks?.get(target.runbook)
      const ids = other ? new Set(other.steps.map(({id}) => id)) : here
      const unknown = target.runbook !== undefined && !other
      if (unknown ? !runbooks : target.step === undefined || ids.has(target.step)) continue
      const place = unknown
        ? `a runbook \`${target.runbook}\``
        : `a step \`${target.step}\` of \`${other?.name ?? name}\``
      const known = unknown ? [...runbooks!.keys()] : [...ids]
      find(
        `Unexpected link to \`${refId(target)}\` after “${words}”, expected ${place} to be there`,
        {
          place: position,
          note: `There are ${known.map((id) => `\`${id}\``).join(', ')}.`,
        },
      )
    }
  },
}
