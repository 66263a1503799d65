import type {Plan, PlanStep} from '../model/plan.ts'

/**
 * Ids of the steps that can be reached from some, those included. A step that `passes` holds false
 * of is reached but not left.
 */
export function reachableSteps(
  {steps}: Plan,
  from: readonly string[],
  passes: (step: PlanStep) => boolean = () => true,
): Set<string> {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const reached = new Set<string>()
  const open = from.filter((id) => byId.has(id))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const step = byId.get(id)!
    if (passes(step)) open.push(...targetsOf(step).filter((target) => byId.has(target)))
  }
  return reached
}

function targetsOf({choices}: PlanStep): string[] {
  return choices.flatMap(({target}) => (target.runbook === undefined ? [target.step ?? ''] : []))
}
