import type {Plan} from '@handrail/runbook'
import {
  type Answer,
  type Offer,
  type State,
  distinctAssignments,
  offers,
  step,
} from '@handrail/runbook/machine'

/** An answer that can be given: what a responder chooses, and the hosts they name for it. */
export interface Move {
  readonly answer: Answer
  /** One-based place of the choice in its list. */
  readonly number: number
  /** Hosts for the roles that nothing seen settles, as far as they have to be asked for. */
  readonly hosts: readonly string[]
  /** Which of the ways in which these roles can be hosts it is. */
  readonly way: number
  /** Where it leads. */
  readonly state: State
  /** Whether the path ends there: in an outcome, in another runbook, or where it was before. */
  readonly ends: boolean
}

/** The moves a path can go on with: every choice with every assignment of hosts, each wait once. */
export function moves(plan: Plan, path: readonly State[]): Move[] {
  return offers(plan, path.at(-1)!).flatMap((offer, index) =>
    offer.gone ? [] : movesOf(plan, path, offer, index + 1),
  )
}

function movesOf(plan: Plan, path: readonly State[], offer: Offer, number: number): Move[] {
  const here = path.at(-1)!
  return distinctAssignments(offer.openRoles, plan.head.hosts).flatMap((roles, way) => {
    const answer = {step: here.step, choice: offer.choice.id, roles: {...offer.roles, ...roles}}
    const {state, misfits} = step(plan, here, answer)
    const waitedBefore = (here.waited[offer.choice.id] ?? 0) > 0
    if (misfits.length > 0 || waitedBefore) return []
    const before = !offer.choice.wait && path.some((one) => one.step === state.step)
    const ends = state.leaves !== undefined || before
    // Who the last host is goes without saying.
    const asked = Object.values(roles).slice(0, Math.max(1, plan.head.hosts.length - 1))
    return [{answer, number, hosts: asked, way, state, ends}]
  })
}
