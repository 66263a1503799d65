import type {Effect, Step} from '../../model/runbook.ts'
import type {DangerMark} from '../../verified/verification.ts'
import type {LintRule} from '../lint-rule.ts'

/** What the checker saw a step do, and the least effect that its author has to declare for it. */
function shownBy({destroys, destroysElsewhere, stopsService, dangers}: DangerMark) {
  if (destroys) return {what: 'can lose acknowledged work', effect: 'destroy'} as const
  if (destroysElsewhere)
    return {what: 'would lose acknowledged work on the wrong host', effect: 'change'} as const
  if (stopsService)
    return {what: 'would stop the service on the wrong host', effect: 'change'} as const
  return dangers.length > 0
    ? ({what: 'would do harm on the wrong host', effect: 'change'} as const)
    : undefined
}

const order: readonly Effect[] = ['read', 'change', 'destroy']

const declares = ({commands}: Step, wanted: Effect): boolean =>
  commands.some(({effect}) => order.indexOf(effect) >= order.indexOf(wanted))

export const effectBelowModel: LintRule = {
  id: 'effect-below-model',
  severity: 'error',
  doc: 'A step that did more, when the checker followed it through the model, than its commands say.',
  advice:
    'Say so, with a caution and a copy before it; or, if the step has been mended, have `handrail verify --write` look again.',
  check({name, steps}, {verification}, find) {
    const found = verification?.runbooks.find(({runbook}) => runbook === name)
    for (const step of steps) {
      const mark = found?.dangers.find((one) => one.step === step.id)
      const shown = mark && shownBy(mark)
      if (!shown || declares(step, shown.effect)) continue
      find(
        `Unexpected step that ${shown.what}, as the checker found, expected \`effect=${shown.effect}\` on one of its commands`,
        {place: step.position},
      )
    }
  },
}
