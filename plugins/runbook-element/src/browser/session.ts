import type {Observations, Plan} from '@handrail/runbook'
import {
  type Answer,
  type Given,
  type Misfit,
  type Offer,
  type State,
  back,
  offers,
  replay,
  step,
} from '@handrail/runbook/machine'

/** What a session is made of: enough to continue it anywhere. */
export interface SessionRecord {
  readonly given: Given
  readonly answers: readonly Answer[]
}

const nothingSeen: Observations = {hosts: {}, cluster: {}}

/** One responder's way through a runbook: the machine's state, and who wants to know of changes. */
export class Session {
  readonly plan: Plan
  state: State
  /** What was not taken of the last record, link or changed name. */
  misfits: readonly Misfit[]
  observations: Observations = nothingSeen
  private readonly listeners = new Set<() => void>()

  constructor(plan: Plan, {given, answers}: SessionRecord = {given: {}, answers: []}) {
    this.plan = plan
    const {state, misfits} = replay(plan, answers, given)
    this.state = state
    this.misfits = misfits
  }

  get record(): SessionRecord {
    return {given: this.state.given, answers: this.state.answers}
  }

  /** The choices of the current step, judged by what was seen. */
  offers(): readonly Offer[] {
    return offers(this.plan, this.state, this.observations)
  }

  /** Takes an offer; `roles` settles those that it leaves open. */
  take(offer: Offer, roles: Readonly<Record<string, string>> = {}): void {
    const answer = {
      step: this.state.step,
      choice: offer.choice.id,
      roles: {...offer.roles, ...roles},
    }
    this.become(step(this.plan, this.state, answer))
  }

  back(): void {
    this.become({state: back(this.plan, this.state), misfits: []})
  }

  /** Begins again with the same hosts and values. */
  restart(): void {
    const {hosts, values} = this.state.bindings
    this.resume({given: {hosts, values}, answers: []})
  }

  /** Takes up another record of this runbook, as a link, a log or the browser's history has it. */
  resume({given, answers}: SessionRecord): void {
    this.become(replay(this.plan, answers, given))
  }

  /** Gives a host its real name, or a value; answers stay. */
  name(kind: 'hosts' | 'values', key: string, value: string): void {
    const given = {...this.state.given, [kind]: {...this.state.bindings[kind], [key]: value}}
    this.become(replay(this.plan, this.state.answers, given))
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  private become({state, misfits}: {state: State; misfits: readonly Misfit[]}): void {
    this.state = state
    this.misfits = misfits
    for (const listener of this.listeners) listener()
  }
}
