import {reachableSteps} from '../../graph/index.ts'
import type {LintRule} from '../lint-rule.ts'

export const unreachableStep: LintRule = {
  id: 'unreachable-step',
  severity: 'error',
  doc: 'A step that no choice leads to, neither of this runbook nor of another.',
  advice: 'Link it from the step after which it is needed, or take it out.',
  check(runbook, {runbooks}, find) {
    const {steps, name} = runbook
    const others = [...(runbooks?.values() ?? [])].flatMap((other) => other.steps)
    const linked = others
      .flatMap(({choices}) => choices.map(({target}) => target))
      .flatMap(({runbook: to, step}) => (to === name && step !== undefined ? [step] : []))
    const reached = reachableSteps(runbook, [steps[0]!.id, ...linked])
    for (const {id, title, position} of steps) {
      if (!reached.has(id))
        find(`Unexpected step “${title}”, expected a choice that leads to it`, {place: position})
    }
  },
}
