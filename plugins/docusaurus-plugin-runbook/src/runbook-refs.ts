import type {Runbook, StepRef} from '@handrail/runbook'

/** The runbooks of a site by name. */
type Known = ReadonlyMap<string, Runbook>

/** The title of a runbook, or of a step of it; undefined where it is not known. */
export function titleOf(known: Known, {runbook: name, step}: StepRef): string | undefined {
  const runbook = known.get(name ?? '')
  return step === undefined ? runbook?.title : runbook?.steps.find(({id}) => id === step)?.title
}

/** Where to go if nothing of a runbook fits: triage; from there, and without it, the first step. */
export function misfitOf({name, steps}: Runbook, known: Known, triage: string): StepRef {
  return known.has(triage) && name !== triage ? {runbook: triage} : {step: steps[0]!.id}
}
