import type {LintRule} from '../lint-rule.ts'

export const repeatWithoutWait: LintRule = {
  id: 'repeat-without-wait',
  severity: 'warning',
  doc: 'A choice that leads back to its own step, which changes something, without a wait: the change is made again at once, and again.',
  advice: 'Such as `wait 5s max 6min`: while a step waits, only what reads is repeated.',
  check({name, steps}, _context, find) {
    for (const {id, commands, choices} of steps) {
      if (commands.every(({effect}) => effect === 'read')) continue
      for (const {condition, bindings, wait, target, words, position} of choices) {
        const isBack = (target.runbook ?? name) === name && target.step === id
        if (!isBack || !condition || wait || bindings.length > 0) continue
        find(`Unexpected way back to the same step after “${words}”, expected a wait`, {
          place: position,
        })
      }
    }
  },
}
