import type {Observations} from '../model/condition.ts'
import type {Plan, PlanChoice, PlanStep} from '../model/plan.ts'
import {guard} from '../machine/guard.ts'
import {offers, type Offer} from '../machine/offers.ts'
import {carry} from '../machine/replay.ts'
import {start} from '../machine/start.ts'
import type {Given, State as MachineState} from '../machine/state.ts'
import {currentStep, step} from '../machine/step.ts'
import {readInput} from './read-input.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'

/** A line of a step that changes something and is still to be carried out. */
export interface Due<Event = unknown> {
  readonly text: string
  readonly host: string
  readonly event: Event
}

/** Where somebody who follows runbooks stands: at a step, with lines of it still to be carried out. */
export interface Place<Event = unknown> {
  readonly plan: Plan
  readonly state: MachineState
  /** Commands in order; each has lines by host, and which host comes first is open. */
  readonly due: readonly (readonly (readonly Due<Event>[])[])[]
  /** Codes of what was refused at this step, by host. */
  readonly refused: Readonly<Record<string, string>>
  /** Second of the clock at which the step was come to. */
  readonly since: number
}

/** What leads on from a place, once its lines are carried out. */
export interface Onward<Event = unknown> {
  /** Places that an answer leads to: what was seen gives one, decisions may give others. */
  readonly places: readonly Place<Event>[]
  /** Seconds until one should look again, where the answer is to wait. */
  readonly wait?: number
}

/** Runbooks as somebody follows them in a system. */
export class Guide<State, Event> {
  private readonly system: RehearsedSystem<State, Event>
  private readonly plans: readonly Plan[]

  constructor(system: RehearsedSystem<State, Event>, plans: readonly Plan[]) {
    this.system = system
    this.plans = plans
  }

  /** The first step of a runbook, or the step that another one leads to. */
  enter(plan: Plan, at: number, given: Given = {}): Place<Event> {
    return this.arrive(plan, start(plan, given).state, at)
  }

  /** The lines that may be carried out next. */
  next({due}: Place<Event>): readonly Due<Event>[] {
    return (due[0] ?? []).flatMap((lines) => lines.slice(0, 1))
  }

  /** The place after one of its next lines was carried out, or refused. */
  carriedOut(place: Place<Event>, line: Due<Event>, refused?: string): Place<Event> {
    if (refused !== undefined) {
      return {...place, due: [], refused: {...place.refused, [line.host]: refused}}
    }
    const [first = [], ...later] = place.due
    const left = first.map((lines) => (lines[0] === line ? lines.slice(1) : lines))
    const rest = left.filter((lines) => lines.length > 0)
    return {...place, due: rest.length > 0 ? [rest, ...later] : later}
  }

  /** Answers the question of a place's step by everything that can be seen. */
  answer(place: Place<Event>, seen: Observations, now: number): Onward<Event> {
    if (place.due.length > 0 || this.stepOf(place).outcome) return {places: []}
    const judged = this.judge(place, seen, now)
    const told = judged.find(({holds}) => holds === 'yes')
    const taken = [...(told && !told.choice.wait ? [told] : []), ...judged.filter(isDecision)]
    const places = taken.flatMap((offer) => this.take(place, offer, now))
    return {places, ...(told?.choice.wait && {wait: told.choice.wait.every})}
  }

  stepOf({plan, state}: Place<Event>): PlanStep {
    return currentStep(plan, state)
  }

  private judge({plan, state, refused, since}: Place<Event>, seen: Observations, now: number) {
    const waits = currentStep(plan, state).choices.filter((choice) => choice.wait)
    const waited = Object.fromEntries(
      waits.map((choice) => [choice.id, waitedFor(choice, now - since)]),
    )
    const hosts = Object.entries(seen.hosts).map(([host, keys]) => {
      const code = refused[host]
      return [host, code === undefined ? keys : {...keys, refused: code}] as const
    })
    const sight = {...seen, hosts: Object.fromEntries(hosts)}
    return offers(plan, {...state, waited}, sight).filter(({gone}) => gone === undefined)
  }

  private take({plan, state}: Place<Event>, offer: Offer, now: number): Place<Event>[] {
    const answer = {step: state.step, choice: offer.choice.id, roles: offer.roles}
    const result = step(plan, state, answer)
    if (result.misfits.length > 0) return []
    if (!result.state.leaves) return [this.arrive(plan, result.state, now)]
    const next = this.plans.find(({name}) => name === result.state.leaves!.runbook)
    return next ? [this.enter(next, now, carry(result.state))] : []
  }

  private arrive(plan: Plan, state: MachineState, since: number): Place<Event> {
    const due = currentStep(plan, state).commands.map((command) =>
      guard(command, state.bindings).blocks.map(({host, text}) => this.linesOf(host, text)),
    )
    const filled = due.map((blocks) => blocks.filter((lines) => lines.length > 0))
    return {plan, state, due: filled.filter((blocks) => blocks.length > 0), refused: {}, since}
  }

  /** The lines of a block that change something. */
  private linesOf(host = 'elsewhere', text: string): Due<Event>[] {
    return readInput(this.system, host, text).lines.flatMap((line) =>
      line.known.kind === 'event'
        ? [{text: line.text, host: line.host, event: line.known.event}]
        : [],
    )
  }
}

const isDecision = ({choice}: Offer): boolean => choice.condition === undefined

const waitedFor = ({wait}: PlanChoice, seconds: number): number => Math.min(wait!.max, seconds)
