import {contentVersion} from '../model/content-version.ts'
import type {Plan, PlanStep} from '../model/plan.ts'
import {stepVersion} from '../model/step-version.ts'
import type {CheckedText, VerifiedRunbook} from './verification.ts'

/** What of a runbook is not as it was checked. */
export interface ChangeSince {
  /** The step, if it is one that there is now. */
  readonly step?: PlanStep
  /** What it is, to be followed by “is not as it was checked”. */
  readonly what: string
}

/** The versions of all that a check of a runbook depends on. */
export function checkedText({head, steps}: Plan): CheckedText {
  const {hosts, roles, values, covers} = head
  return {
    head: contentVersion([hosts, roles, values, covers]),
    steps: Object.fromEntries(steps.map((step) => [step.id, stepVersion(step)])),
  }
}

/**
 * What has changed in a runbook since it was checked: in its head, its commands or its choices.
 * Other text may change; what was found stays true of it.
 */
export function changedSince(
  kept: Pick<VerifiedRunbook, 'version' | 'text'>,
  plan: Plan,
): ChangeSince[] {
  if (kept.version === plan.version) return []
  if (!kept.text) return [{what: 'The runbook'}]
  const now = checkedText(plan)
  const head =
    now.head === kept.text.head ? [] : [{what: 'The head (hosts, roles, values, covers)'}]
  const {steps} = kept.text
  const others = plan.steps.filter(({id}) => now.steps[id] !== steps[id])
  const gone = Object.keys(steps).filter((id) => now.steps[id] === undefined)
  return [
    ...head,
    ...others.map((step) => ({step, what: `The step “${step.title}”`})),
    ...gone.map((id) => ({what: `The step ${id}, which is gone,`})),
  ]
}
