import type {Binding, Head, StepRef} from '../../model/runbook.ts'
import type {LintContext, LintRule} from '../lint-rule.ts'

export const roleExchange: LintRule = {
  id: 'role-exchange',
  severity: 'error',
  doc: 'Roles are bound once. `OLD=NEW NEW=OLD` begins a new round, so it may stand only on a link to a first step.',
  advice:
    'A new round begins at the first step; to go on with the same roles, leave the binding out.',
  check({steps, head}, context, find) {
    for (const {bindings, target, position} of steps.flatMap(({choices}) => choices)) {
      const exchange = bindings.find((binding) => isExchange(binding, head))
      if (!exchange || leadsToFirst(target, steps[0]!.id, context)) continue
      find(
        `Unexpected exchange \`${exchange.role}=${exchange.to}\`, expected it on a link to a first step`,
        {place: position},
      )
    }
  },
}

function isExchange({to}: Binding, {roles}: Head): boolean {
  return roles.includes(to)
}

function leadsToFirst({runbook, step}: StepRef, first: string, {runbooks}: LintContext): boolean {
  if (runbook === undefined) return step === first
  const other = runbooks?.get(runbook)
  return step === undefined || !other || other.steps[0]!.id === step
}
