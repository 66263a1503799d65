import {choiceSpaces, findGap, lastingConditions} from '../choice-space.ts'
import type {LintRule} from '../lint-rule.ts'

export const notExhaustive: LintRule = {
  id: 'not-exhaustive',
  severity: 'error',
  doc: 'Conditions that leave something out, without an `else`: a responder who sees it has no answer.',
  advice: 'End the list with an `else`.',
  check(runbook, {vocabulary}, find) {
    for (const space of choiceSpaces(runbook, vocabulary)) {
      const {step} = space
      const lasting = step.choices.filter(({wait}) => !wait)
      const open = lasting.some(({condition}) => condition?.kind !== 'terms')
      if (lasting.length === 0 || open) continue
      const gap = findGap(space, lastingConditions(lasting))
      if (!gap) continue
      find(`Unexpected choices of “${step.title}” that leave something out, expected an \`else\``, {
        place: lasting.at(-1)!.position,
        note: `There is no answer to ${gap.join(' with ')}.`,
      })
    }
  },
}
