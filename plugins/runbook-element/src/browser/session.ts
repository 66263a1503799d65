import type {Observations, Plan} from '@handrail/runbook'
import {
  type Change,
  type Happening,
  type Log,
  emptyLog,
  record,
  resume,
} from '@handrail/runbook/log'
import {
  type Answer,
  type Given,
  type Misfit,
  type Offer,
  type State,
  back,
  offers,
  replay,
  start,
  step,
} from '@handrail/runbook/machine'

const nothingSeen: Observations = {hosts: {}, cluster: {}}

/** One responder's way through a runbook: the machine's state, the log, and who hears of changes. */
export class Session {
  readonly plan: Plan
  state: State
  log: Log = emptyLog
  /** What has been seen since the last answer: before something was done says nothing about now. */
  observations = nothingSeen
  /** What was not taken of the last answer, link, log or name. */
  misfits: readonly Misfit[] = []
  /** How the runbook differs from the one the session was begun on. */
  changes: readonly Change[] = []
  /** The responder's name, for the log. */
  responder = ''
  private readonly listeners = new Set<() => void>()

  constructor(plan: Plan) {
    this.plan = plan
    this.state = start(plan).state
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
    if (this.log.entries.length === 0) this.write({kind: 'start'})
    const {state, misfits} = step(this.plan, this.state, answer)
    this.become(state, misfits, misfits.length ? undefined : {kind: 'answer', answer})
  }

  back(): void {
    this.become(back(this.plan, this.state), [], {kind: 'back'})
  }

  /** Gives other answers; what no longer fits is told as misfits. */
  replay(answers: readonly Answer[]): void {
    const {state, misfits} = replay(this.plan, answers, this.state.given)
    this.become(state, misfits, {kind: 'back'})
  }

  /** Begins again with the same hosts and values, and an empty log. */
  restart(): void {
    const {hosts, values} = this.state.bindings
    this.log = emptyLog
    this.become(start(this.plan, {hosts, values}).state, [])
  }

  /** Stands where a link or the browser's history says; the log goes on. */
  stand(given: Given, answers: readonly Answer[]): void {
    const {state, misfits} = replay(this.plan, answers, given)
    this.become(state, misfits)
  }

  /** Takes up the session of a log. */
  resume(log: Log): void {
    const {state, misfits, changes} = resume(this.plan, log)
    this.log = log
    this.changes = changes
    this.become(state, misfits)
  }

  /** Gives a host its real name, or a value; answers stay. */
  name(kind: 'hosts' | 'values', key: string, value: string): void {
    const given = {...this.state.given, [kind]: {...this.state.bindings[kind], [key]: value}}
    const {state, misfits} = replay(this.plan, this.state.answers, given)
    this.become(state, misfits)
  }

  /** Keeps what was seen, and the text it was seen in. */
  see(text: string, host: string | undefined, seen: Observations): void {
    this.observations = {
      hosts: mergeHosts(this.observations.hosts, seen.hosts),
      cluster: {...this.observations.cluster, ...seen.cluster},
    }
    this.become(this.state, [], {kind: 'evidence', text, ...(host && {host})}, true)
  }

  note(text: string): void {
    this.become(this.state, [], {kind: 'note', text}, true)
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }

  private become(
    state: State,
    misfits: readonly Misfit[],
    happening?: Happening,
    keepsSight = false,
  ): void {
    if (!keepsSight) this.observations = nothingSeen
    this.state = state
    this.misfits = misfits
    if (happening) this.write(happening)
    for (const listener of this.listeners) listener()
  }

  private write(happening: Happening): void {
    const now = new Date()
    const at = `${now.toISOString().slice(0, 19)}Z`
    const stamp = {at, offset: -now.getTimezoneOffset(), by: this.responder || undefined}
    this.log = record(this.log, this.plan, this.state, happening, stamp)
  }
}

function mergeHosts(before: Observations['hosts'], now: Observations['hosts']) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return Object.fromEntries(names.map((name) => [name, {...before[name], ...now[name]}]))
}
