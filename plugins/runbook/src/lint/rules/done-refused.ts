import type {PlanChoice} from '../../model/plan.ts'
import type {LintRule} from '../lint-rule.ts'

export const doneRefused: LintRule = {
  id: 'done-refused',
  severity: 'warning',
  doc: '`Done:` as the answer to a refusal: what was to be done was not.',
  advice: 'Lead on to what can be done instead, or to `Escalate:`.',
  check({name, steps}, {runbooks}, find) {
    const isDone = ({target}: PlanChoice): boolean => {
      const {runbook = name, step} = target
      const plan = runbook === name ? {steps} : runbooks?.get(runbook)
      return plan?.steps.find(({id}) => id === step)?.outcome === 'done'
    }
    for (const choice of steps.flatMap(({choices}) => choices)) {
      if (!isRefusal(choice) || !isDone(choice)) continue
      find(`Unexpected \`Done:\` after the refusal “${choice.words}”, expected another way`, {
        place: choice.position,
      })
    }
  },
}

function isRefusal({condition}: PlanChoice): boolean {
  return condition?.kind === 'terms' && condition.terms.some(({key}) => key === 'refused')
}
