import type {Plan, PlanChoice, PlanStep} from '../model/plan.ts'

/**
 * What is certain at each step, whichever way it was reached: facts that every path from the first
 * step brings along. Steps that cannot be reached are not in the result.
 *
 * @param gain the facts that leaving a step by one of its choices adds.
 */
export function alwaysBefore(
  {steps}: Plan,
  gain: (step: PlanStep, choice: PlanChoice) => readonly string[],
): Map<string, ReadonlySet<string>> {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const certain = new Map<string, ReadonlySet<string>>([[steps[0]!.id, new Set()]])
  const open = [steps[0]!]
  for (let step = open.pop(); step; step = open.pop()) {
    for (const choice of step.choices) {
      const next =
        choice.target.runbook === undefined ? byId.get(choice.target.step ?? '') : undefined
      if (!next) continue
      const brought = new Set([...certain.get(step.id)!, ...gain(step, choice)])
      const before = certain.get(next.id)
      const now = before ? new Set([...before].filter((fact) => brought.has(fact))) : brought
      if (before && now.size === before.size) continue
      certain.set(next.id, now)
      open.push(next)
    }
  }
  return certain
}
