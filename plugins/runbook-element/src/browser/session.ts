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
  nothingSeen,
  observe,
  offers,
  replay,
  revise,
  start,
  step,
} from '@handrail/runbook/machine'

/**
 * What a change is about: the path (another step, or the same one anew), the names of hosts and
 * values, what has been seen at this step, or only the log.
 */
export type ChangeOf = 'path' | 'names' | 'sight' | 'log'

/** An earlier answer that is being changed. Until another one is given, nothing is given up. */
export interface Changing {
  /** The state in which the answer, and those after it, had been given. */
  readonly former: State
  readonly index: number
}

/** One responder's way through a runbook: the machine's state, the log, and who hears of changes. */
export class Session {
  readonly plan: Plan
  state: State
  log: Log = emptyLog
  /** What has been seen at this step: before something was done says nothing about now. */
  observations = nothingSeen
  changing: Changing | undefined
  /** What to come back to from a step off the path that is only being looked at. */
  aside: {readonly state: State; readonly isBegun: boolean} | undefined
  /** How many later answers the last change of an answer kept. */
  kept = 0
  /** What was not taken of the last answer, link, log or name. */
  misfits: readonly Misfit[] = []
  /** How the runbook differs from the one the session was begun on. */
  changes: readonly Change[] = []
  /** The responder's name, for the log. */
  responder = ''
  /** Whether the log tells of the way that is walked now. */
  private isBegun = false
  private readonly sights = new Map<string, Observations>()
  private readonly listeners = new Set<(of: ChangeOf) => void>()

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
    const {changing} = this
    const answer = {
      step: this.state.step,
      choice: offer.choice.id,
      roles: {...offer.roles, ...roles},
    }
    const {state, misfits} = changing
      ? revise(this.plan, changing.former, changing.index, answer)
      : step(this.plan, this.state, answer)
    if (misfits.some((misfit) => misfit.answer === answer)) return this.become(this.state, misfits)
    this.begin()
    if (changing) this.write({kind: 'back'})
    this.sights.delete(keyOf(state))
    this.kept = changing ? state.answers.length - changing.index - 1 : 0
    this.changing = undefined
    this.aside = undefined
    this.become(state, misfits, {kind: 'answer', answer})
  }

  /** Goes back to an answer, to change it; the later ones wait until another is given. */
  change(index: number): void {
    const former = this.changing?.former ?? this.state
    this.changing = {former, index}
    this.become(replay(this.plan, former.answers.slice(0, index), former.given).state, [])
  }

  back(): void {
    if (this.state.answers.length > 0) this.change(this.state.answers.length - 1)
  }

  /** Leaves the answer that was to be changed, and all after it, as they were. */
  keepAnswer(): void {
    const former = this.changing?.former
    this.changing = undefined
    if (former) this.become(former, [])
  }

  /** Gives up the later answers that were kept when an earlier one was changed. */
  walkAgain(): void {
    const {answers, given} = this.state
    const fewer = answers.slice(0, answers.length - this.kept)
    this.kept = 0
    this.become(replay(this.plan, fewer, given).state, [], {kind: 'back'})
  }

  /** Begins again with the same hosts and values, and an empty log. */
  restart(): void {
    const {hosts, values} = this.state.bindings
    this.forgetPath()
    this.log = emptyLog
    this.become(start(this.plan, {hosts, values}).state, [])
  }

  /** Stands where a link says, with an empty log. */
  stand(given: Given, answers: readonly Answer[]): void {
    this.forgetPath()
    this.log = emptyLog
    const {state, misfits} = replay(this.plan, answers, given)
    this.become(state, misfits)
  }

  /** Goes on here with the session of another runbook. */
  arrive(given: Given, log: Log): void {
    this.stand(given, [])
    this.log = log
    this.begin()
  }

  /** Stands at an earlier or later place of the way that is walked, as the browser's history has it. */
  standAt(answers: readonly Answer[], first?: string): void {
    const former = this.changing?.former ?? this.aside?.state ?? this.state
    this.leaveAside()
    const count = answers.length
    const isBefore =
      count < former.answers.length && isSame(answers, former.answers.slice(0, count))
    this.changing = isBefore ? {former, index: count} : undefined
    const given = {...former.given, ...(first !== undefined && {step: first})}
    const {state, misfits} = replay(this.plan, answers, given)
    this.become(state, misfits)
  }

  /**
   * Shows a step off the path. Roles are not taken along: what was decided on the way to one step
   * does not allow the commands of another.
   */
  lookAt(stepId: string, given: Given = {}): void {
    const {hosts, values} = this.state.bindings
    this.aside ??= {state: this.changing?.former ?? this.state, isBegun: this.isBegun}
    this.changing = undefined
    this.isBegun = false
    const names = {hosts: {...hosts, ...given.hosts}, values: {...values, ...given.values}}
    this.become(start(this.plan, {...names, step: stepId}).state, [])
  }

  /** Comes back from a step that was only looked at. */
  returnFromAside(): void {
    const {aside} = this
    this.leaveAside()
    if (aside) this.become(aside.state, [])
  }

  /** Takes up the session of a log. */
  resume(log: Log): void {
    const {state, misfits, changes} = resume(this.plan, log)
    this.forgetPath()
    this.log = log
    this.isBegun = true
    this.changes = changes
    if (changes.length > 0) this.noteChange(state)
    this.become(state, misfits)
    if (state.leaves) this.change(state.answers.length - 1)
  }

  /** Gives a host its real name, or a value, if it can have that; answers stay. */
  name(kind: 'hosts' | 'values', key: string, value: string): boolean {
    const named = (state: State): Given => ({
      ...state.given,
      [kind]: {...state.bindings[kind], [key]: value},
    })
    const again = (state: State) => replay(this.plan, state.answers, named(state))
    const {state, misfits} = again(this.state)
    if (misfits.length > 0) return false
    const {changing, aside} = this
    if (changing) this.changing = {...changing, former: again(changing.former).state}
    if (aside) this.aside = {...aside, state: again(aside.state).state}
    this.state = state
    this.announce('names')
    return true
  }

  /** Keeps what was seen, and the text it was seen in. */
  see(text: string, host: string | undefined, seen: Observations): void {
    this.observations = observe(this.observations, seen)
    this.sights.set(keyOf(this.state), this.observations)
    this.tell({kind: 'evidence', text, ...(host && {host})}, 'sight')
  }

  note(text: string): void {
    this.tell({kind: 'note', text})
  }

  /** A command was copied, for a host or for several. */
  copied(text: string, host: string | undefined): void {
    this.tell({kind: 'run', text, ...(host && {host})})
  }

  onChange(listener: (of: ChangeOf) => void): void {
    this.listeners.add(listener)
  }

  private tell(happening: Happening, of: ChangeOf = 'log'): void {
    this.begin()
    this.write(happening)
    this.announce(of)
  }

  private become(state: State, misfits: readonly Misfit[], happening?: Happening): void {
    if (!happening) this.kept = 0
    this.state = state
    this.misfits = misfits
    this.observations = this.sights.get(keyOf(state)) ?? nothingSeen
    if (happening) this.write(happening)
    this.announce('path')
  }

  private leaveAside(): void {
    this.isBegun = this.aside?.isBegun ?? this.isBegun
    this.aside = undefined
  }

  private announce(of: ChangeOf): void {
    for (const listener of this.listeners) listener(of)
  }

  private forgetPath(): void {
    this.changing = undefined
    this.aside = undefined
    this.changes = []
    this.isBegun = false
  }

  private begin(): void {
    if (this.isBegun) return
    this.isBegun = true
    this.write({kind: 'start'})
  }

  private noteChange(state: State): void {
    const last = this.log.entries.at(-1)
    if (last?.kind === 'changed' && last.text === this.plan.version) return
    this.state = state
    this.write({kind: 'changed', text: this.plan.version})
  }

  private write(happening: Happening): void {
    const now = new Date()
    const at = `${now.toISOString().slice(0, 19)}Z`
    const stamp = {
      at,
      offset: -now.getTimezoneOffset(),
      ...(this.responder && {by: this.responder}),
    }
    this.log = record(this.log, this.plan, this.state, happening, stamp)
  }
}

/** Where a state is on its way: two states with the same answers show the same step. */
function keyOf({step: stepId, answers}: State): string {
  return JSON.stringify([stepId, answers])
}

export function isSame(one: readonly Answer[], other: readonly Answer[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
