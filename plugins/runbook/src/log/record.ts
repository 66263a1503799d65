import type {Plan, PlanStep} from '../model/plan.ts'
import {stepVersion} from '../model/step-version.ts'
import {freeze, type Answer, type State} from '../machine/state.ts'
import type {Entry, Leg, Log, Stamp} from './log.ts'

/**
 * What happened: `answer` is the one just taken; `host` a placeholder; `leg` says that back led out
 * of a runbook, into the one before it.
 */
export type Happening =
  | {readonly kind: 'start'}
  | {readonly kind: 'back'; readonly leg?: true}
  | {readonly kind: 'answer'; readonly answer: Answer}
  | {readonly kind: 'note' | 'changed'; readonly text: string}
  | {readonly kind: 'run' | 'evidence'; readonly host?: string; readonly text: string}

/**
 * Writes into the log what happened.
 *
 * @param state the state after it.
 */
export function record(
  log: Log,
  plan: Plan,
  state: State,
  happening: Happening,
  stamp: Stamp,
): Log {
  const stepId = happening.kind === 'answer' ? happening.answer.step : state.step
  const step = plan.steps.find(({id}) => id === stepId)
  const entry: Entry = {
    ...stamp,
    kind: happening.kind,
    runbook: plan.name,
    step: stepId,
    title: step?.title ?? stepId,
    version: step ? stepVersion(step) : '',
    ...details(happening, step, state),
  }
  const leg: Leg = {
    runbook: plan.name,
    title: plan.title,
    version: plan.version,
    given: state.given,
    answers: state.answers,
  }
  const legs = [...legsBefore(log, happening), leg]
  return freeze({...log, legs, entries: [...log.entries, entry]})
}

/** The legs that stay as they are when the last one is written anew. */
function legsBefore({legs}: Log, happening: Happening): readonly Leg[] {
  if (happening.kind === 'start') return legs
  return legs.slice(0, happening.kind === 'back' && happening.leg ? -2 : -1)
}

function details(happening: Happening, step: PlanStep | undefined, state: State) {
  if (happening.kind === 'answer') {
    const {choice} = happening.answer
    return {choice, text: step?.choices.find(({id}) => id === choice)?.words ?? choice}
  }
  if (!('text' in happening)) return {}
  const host = 'host' in happening ? happening.host : undefined
  const name = host === undefined ? undefined : (state.bindings.hosts[host] ?? host)
  return {text: happening.text, ...(name !== undefined && {host: name})}
}
