import type {Plan, PlanChoice, PlanCommand} from '../model/plan.ts'
import {currentStep, step} from './step.ts'
import {replay} from './replay.ts'
import {
  freeze,
  type Answer,
  type Bindings,
  type Misfit,
  type Replayed,
  type State,
} from './state.ts'

/**
 * Gives another answer in the place of an earlier one, and keeps the later answers that still fit.
 * An answer to what was seen or done on a host that now has another role does not: it was about the
 * other host.
 *
 * @param index the answer to replace, among those of the state.
 * @returns the state, and a misfit for every later answer that was given up.
 */
export function revise(plan: Plan, state: State, index: number, answer: Answer): Replayed {
  const before = replay(plan, state.answers.slice(0, index), state.given)
  const revised = step(plan, before.state, answer)
  if (revised.misfits.length > 0) return {state, misfits: revised.misfits}
  const misfits: Misfit[] = []
  let then = replay(plan, state.answers.slice(0, index + 1), state.given).state
  let now = revised.state
  for (const later of state.answers.slice(index + 1)) {
    const next = takeAgain(plan, now, later, then.bindings)
    misfits.push(...next.misfits)
    now = next.state
    then = step(plan, then, later).state
  }
  return freeze({state: now, misfits})
}

/** Takes an answer that was given when roles were as in `then`. */
function takeAgain(plan: Plan, now: State, answer: Answer, then: Bindings): Replayed {
  const moved = now.step === answer.step ? movedRole(plan, now, answer, then) : undefined
  if (moved === undefined) return step(plan, now, answer)
  const reason = `It was about ${then.hosts[moved.host] ?? moved.host} as ${moved.role}`
  return {state: now, misfits: [{kind: 'other-host', name: moved.role, reason, answer}]}
}

/** A role that the step asks about and that was another host when it was answered. */
function movedRole(plan: Plan, now: State, {choice}: Answer, then: Bindings) {
  const {commands, choices} = currentStep(plan, now)
  const names = [
    ...commands.flatMap(namesIn),
    ...choices.filter(({id}) => id === choice).flatMap(namesOf),
  ]
  const role = plan.head.roles.find(
    (one) =>
      names.includes(one) &&
      then.roles[one] !== undefined &&
      then.roles[one] !== now.bindings.roles[one],
  )
  return role === undefined ? undefined : {role, host: then.roles[role]!}
}

function namesIn({on, lines}: PlanCommand): string[] {
  return [...('name' in on ? [on.name] : []), ...lines.flatMap((line) => line.match(/\w+/g) ?? [])]
}

function namesOf({condition, bindings}: PlanChoice): string[] {
  const terms = condition?.kind === 'terms' ? condition.terms : []
  return [
    ...terms.flatMap(({who, values}) => [...('name' in who ? [who.name] : []), ...values]),
    ...bindings.map(({to}) => to),
  ]
}
