import type {Fact, Sight} from '../machine/evaluate.ts'
import {judgeChoices, type Offer} from '../machine/offers.ts'
import type {State} from '../machine/state.ts'
import {bindRoles} from '../machine/step.ts'
import type {Plan, PlanChoice} from '../model/plan.ts'
import {rolesKeyOf, type Context} from './context.ts'
import type {Program} from './program.ts'
import type {Thread} from './thread.ts'

/** A choice that can be taken, and where it leads. */
export interface Option {
  readonly choice: PlanChoice
  /** What made it the answer. */
  readonly facts: readonly Fact[]
  /** Number of the step it leads to; absent if that is not among those that are checked. */
  readonly target?: number
  /** The roles after it, and a text equal for equal roles. */
  readonly roles: Context['roles']
  readonly rolesKey: string
  /** Whether it exchanges roles for another round. */
  readonly exchanges: boolean
}

/** The answers to a step's question, as far as they were seen. */
export interface Judged {
  /** The first choice that holds. */
  readonly answer?: Option
  /** What a responder may decide, whatever was seen. */
  readonly decisions: readonly Option[]
  /** `KEY of HOST` that was asked for before there was an answer, and that nobody looked at. */
  readonly unseen: readonly string[]
}

/** Judges the choices of steps from the top, as the machine does; what looks alike is judged once. */
export class StepJudge {
  private readonly program: Program
  private readonly known = new Map<string, Judged>()

  constructor(program: Program) {
    this.program = program
  }

  judge(index: number, thread: Thread): Judged {
    const key = this.keyOf(index, thread)
    const known = this.known.get(key)
    if (known) return known
    const judged = this.judgeChoices(index, thread)
    this.known.set(key, judged)
    return judged
  }

  /** Equal for what looks alike at a step. */
  keyOf(index: number, {context, seen, refusals, tried, waited}: Thread): string {
    const {askedSlots, step} = this.program.steps[index]!
    let key = `${index}\n${context.rolesKey}\n${tried.length > 0}`
    for (const {host, code} of refusals) key += `\n${host}${code}`
    for (const {id, wait} of step.choices)
      if (wait && (waited[id] ?? 0) >= wait.max) key += `\n${id}`
    for (const slot of askedSlots) key += `|${seen[slot] === undefined ? '?' : (seen[slot] ?? '')}`
    return key
  }

  private judgeChoices(index: number, thread: Thread): Judged {
    const {plan, step} = this.program.steps[index]!
    const bindings = {hosts: {}, values: {}, roles: thread.context.roles}
    const state = {step: step.id, bindings, waited: thread.waited} as unknown as State
    const all = judgeChoices(plan, state, sightOf(this.program, index, thread))
    const offers = all.filter(({gone}) => gone === undefined)
    const {roles} = thread.context
    const optionsOf = (offer: Offer | undefined) => (offer ? this.optionOf(plan, roles, offer) : [])
    const decisions = offers.filter(({choice}) => !choice.condition).flatMap(optionsOf)
    const first = offers.find(({holds}) => holds === 'unknown' || holds === 'yes')
    const [answer] = optionsOf(offers.find(({holds}) => holds === 'yes'))
    const open = first?.holds === 'unknown' ? first.facts : []
    const unseen = open
      .filter(({holds}) => holds === 'unknown')
      .map(({key, host}) => `${key} of ${host ?? 'the cluster'}`)
    return {...(answer && {answer}), decisions, unseen}
  }

  /** Where an offer leads; nowhere if it leaves a role open. */
  private optionOf(plan: Plan, before: Context['roles'], {choice, facts, roles}: Offer): Option[] {
    const bindings = {hosts: {}, values: {}, roles: before}
    const result = bindRoles(plan, {bindings}, choice, {roles})
    if ('problem' in result) return []
    const {bound} = result
    const target = this.program.find(choice.target.runbook ?? plan.name, choice.target.step)
    const exchanges = Object.entries(bound).some(([role, host]) => (before[role] ?? host) !== host)
    const carried = target === undefined ? bound : carry(bound, this.program.steps[target]!.plan)
    const option = {choice, facts, roles: carried, rolesKey: rolesKeyOf(carried), exchanges}
    return [{...option, ...(target !== undefined && {target})}]
  }
}

/** The roles that a runbook has a name for: the others end with the one that bound them. */
function carry(roles: Context['roles'], {head}: Plan): Context['roles'] {
  return Object.fromEntries(Object.entries(roles).filter(([role]) => head.roles.includes(role)))
}

/** What the responder has seen; a host that something was tried on has refused it, or it has not. */
function sightOf(program: Program, index: number, {seen, refusals, tried}: Thread): Sight {
  const {slotOf} = program.steps[index]!
  return (host, key) => {
    if (key === 'refused') {
      const refused = refusals.find((one) => one.host === host)
      return tried.length === 0 ? undefined : (refused?.code ?? null)
    }
    const cell = program.cell(host ?? 'cluster', key)
    return cell === undefined ? undefined : seen[slotOf[cell]!]
  }
}
