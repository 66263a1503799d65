import type {Plan} from '../model/plan.ts'
import {replay} from '../machine/replay.ts'
import type {Replayed} from '../machine/state.ts'
import type {Log} from './log.ts'
import {stepVersion} from '../model/step-version.ts'

/** How a runbook differs from the one a session was begun on. */
export type Change =
  /** Something changed: the versions differ. First of the list, whenever there is any change. */
  | {readonly kind: 'version'; readonly from: string; readonly to: string}
  /** A step that was walked is there, but asks or does something else now. */
  | {readonly kind: 'step-changed'; readonly step: string; readonly title: string}
  /** A step that was walked is no longer there. */
  | {readonly kind: 'step-gone'; readonly step: string; readonly title: string}

/** A session taken up again, and how the runbook changed under it. */
export interface Resumed extends Replayed {
  readonly changes: readonly Change[]
}

/**
 * Takes up the session of a log in the runbook of its last leg. What was walked stays in the log as
 * it was read; answers that still fit are kept.
 */
export function resume(plan: Plan, log: Log): Resumed {
  const leg = log.legs.at(-1)
  if (!leg || leg.runbook !== plan.name) return {...replay(plan, []), changes: []}
  const replayed = replay(plan, leg.answers, leg.given)
  if (leg.version === plan.version) return {...replayed, changes: []}
  const version: Change = {kind: 'version', from: leg.version, to: plan.version}
  const walked = leg.answers.map(({step}) => step)
  return {...replayed, changes: [version, ...changedSteps(plan, log, new Set(walked))]}
}

function changedSteps(plan: Plan, {entries}: Log, walked: ReadonlySet<string>): Change[] {
  const last = new Map(
    entries
      .filter(({runbook, step}) => runbook === plan.name && walked.has(step))
      .map((entry) => [entry.step, entry]),
  )
  return [...last.values()].flatMap(({step, title, version}): Change[] => {
    const now = plan.steps.find(({id}) => id === step)
    if (!now) return [{kind: 'step-gone', step, title}]
    return stepVersion(now) === version ? [] : [{kind: 'step-changed', step, title: now.title}]
  })
}
