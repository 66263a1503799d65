import type {Observations} from '../model/condition.ts'
import type {Plan, PlanChoice} from '../model/plan.ts'
import {evaluate, sightOf, type Evaluation, type Fact, type Sight, type Truth} from './evaluate.ts'
import {openRoles} from './condition-roles.ts'
import {nothingSeen} from './observe.ts'
import {freeze, type State} from './state.ts'
import {bindRoles, currentStep, isOver} from './step.ts'

/** A choice of the current step, judged. */
export interface Offer {
  readonly choice: PlanChoice
  /** Why it cannot be taken; absent if it can. */
  readonly gone?: 'limit' | 'bound' | 'ambiguous'
  /** Whether its condition holds of what was seen; absent for a human decision. */
  readonly holds?: Truth
  /** The answer that what was seen gives: the first choice from the top that holds. */
  readonly suggested: boolean
  /** What the judgement rests on. */
  readonly facts: readonly Fact[]
  /** Roles that taking it binds because of what was seen: hand them on in the answer. */
  readonly roles: Readonly<Record<string, string>>
  /** Roles that taking it needs and that what was seen does not settle: ask for them. */
  readonly openRoles: readonly string[]
}

/** Judges the choices of the current step by what has been seen. */
export function offers(
  plan: Plan,
  state: State,
  observations: Observations = nothingSeen,
): readonly Offer[] {
  return freeze(judgeChoices(plan, state, sightOf(observations)))
}

/** The same on any sight; the checker has one that knows what was looked for. */
export function judgeChoices(plan: Plan, state: State, sight: Sight): Offer[] {
  const {choices} = currentStep(plan, state)
  const judged = choices.map((choice) => judgeChoice(plan, state, choice, sight))
  const others = judged.filter(
    ({gone, choice}) => gone === undefined && choice.condition?.kind === 'terms',
  )
  const fallback = elseHolds(others.map(({holds}) => holds ?? 'unknown'))
  const offered = judged.map((offer): Offer =>
    offer.choice.condition?.kind === 'else' ? {...offer, holds: fallback} : offer,
  )
  const open = offered.filter(
    ({gone, holds}) => gone === undefined && holds !== undefined && holds !== 'no',
  )
  const first = open[0]
  return offered.map((offer) =>
    offer === first && offer.holds === 'yes' ? {...offer, suggested: true} : offer,
  )
}

function elseHolds(others: readonly Truth[]): Truth {
  if (others.includes('yes')) return 'no'
  return others.includes('unknown') ? 'unknown' : 'yes'
}

function judgeChoice(plan: Plan, state: State, choice: PlanChoice, sight: Sight): Offer {
  const {condition} = choice
  const seen: Evaluation | undefined =
    condition?.kind === 'terms'
      ? evaluate(condition, sight, plan.head, state.bindings.roles)
      : undefined
  const roles = seen?.roles ?? {}
  const open = openRoles(condition, plan.head, {...state.bindings.roles, ...roles})
  const gone = goneBecause(plan, state, choice, seen)
  return {
    choice,
    ...(gone && {gone}),
    ...(seen && {holds: seen.holds}),
    suggested: false,
    facts: seen?.facts ?? [],
    roles,
    openRoles: open,
  }
}

function goneBecause(plan: Plan, state: State, choice: PlanChoice, seen: Evaluation | undefined) {
  if (isOver(choice, state)) return 'limit'
  if (seen?.ambiguous) return 'ambiguous'
  const bound = bindRoles(plan, state, choice, seen ?? {})
  return 'problem' in bound && bound.problem === 'role' ? 'bound' : undefined
}

/** Why a choice holds or does not, in English, with the hosts' real names; empty for a decision. */
export function reasonInWords(
  {facts, holds}: Pick<Offer, 'facts' | 'holds'>,
  state: State,
): string {
  const telling = facts.filter((fact) => fact.holds === holds)
  return (telling.length > 0 ? telling : facts).map((fact) => factInWords(fact, state)).join('; ')
}

function factInWords({host, key, wanted, seen, holds}: Fact, {bindings}: State): string {
  const who = host === undefined ? 'the cluster' : (bindings.hosts[host] ?? host)
  const values = wanted.join(' or ')
  if (holds === 'unknown') return `nobody has looked at ${key} of ${who}`
  if (holds === 'yes') return `${who} shows ${key}=${seen}`
  return `${who} shows ${seen === undefined ? `no ${key}` : `${key}=${seen}`}, not ${values}`
}
