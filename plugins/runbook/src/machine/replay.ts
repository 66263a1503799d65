import type {Plan} from '../model/plan.ts'
import {start} from './start.ts'
import {freeze, type Answer, type Given, type Replayed, type State} from './state.ts'
import {step} from './step.ts'

/**
 * The state after answers. An answer that does not fit is a misfit and is passed over; a later one
 * that fits where the path then stands is kept. So an earlier answer can be changed: replace it, and
 * replay.
 */
export function replay(plan: Plan, answers: readonly Answer[], given: Given = {}): Replayed {
  const started = start(plan, given)
  let {state} = started
  const misfits = [...started.misfits]
  for (const answer of answers) {
    const next = step(plan, state, answer)
    state = next.state
    misfits.push(...next.misfits)
  }
  return freeze({state, misfits})
}

/** The state before the last answer. */
export function back(plan: Plan, state: State): State {
  return replay(plan, state.answers.slice(0, -1), state.given).state
}

/** What the next runbook is given when the last answer led there: hosts, values, roles. */
export function carry({bindings, leaves}: State): Given {
  return {...bindings, ...(leaves?.step !== undefined && {step: leaves.step})}
}
