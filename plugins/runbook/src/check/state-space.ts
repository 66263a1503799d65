import type {Refusal, SystemModel, Verdict} from '../model/system-model.ts'
import {Column} from './column.ts'
import {IntTable} from './int-table.ts'
import {TextTable} from './text-table.ts'

/** A state as the checker counts it: states with one canonical key are one. */
export type StateId = number

/** What an event makes of a state. */
export type Transition =
  | {
      readonly kind: 'moved'
      readonly to: StateId
      /** Acknowledged work that this event lost for good. */
      readonly lost: readonly string[]
    }
  | {readonly kind: 'refused'; readonly code: string; readonly text: string}

/** What can be seen in a state, by cell; null where a host, or the cluster, does not show it. */
export type Row = readonly (string | null)[]

const mostKept = 50_000
const nothing: readonly string[] = []

/** How a state was first met: by which way of which event of another one. */
const beginning = -1
const mirrored = -2

/**
 * The states met so far, each once, with what follows from them. A state stands for all states with
 * its canonical key; everything asked of it is computed once.
 *
 * Only some of the states themselves are kept, for there may be millions: the others are made again
 * from the state they were first met from.
 */
export class StateSpace<State = unknown, Event = unknown> {
  readonly model: SystemModel<State, Event>
  /** `HOST key` for every host and key, then `cluster key`. */
  readonly cells: readonly string[]
  /** The canonical keys; a key's number is its state's. */
  private readonly keys = new TextTable()
  private readonly kept = new Map<StateId, State>()
  private readonly origins = new Column()
  private readonly events: Event[] = []
  private readonly eventIds = new Map<string, number>()
  private readonly asked = new IntTable()
  /** By the number of what was asked: a state that is moved to without loss, as most events do, */
  private readonly plain = new Column()
  /** or else, counted down from -1, what happens. */
  private readonly others: (readonly Transition[])[] = []
  private readonly refusals = new Map<string, number>()
  private readonly rows: Row[] = []
  private readonly rowIds = new Map<string, number>()
  private readonly rowOf = new Column()
  private readonly verdicts: Verdict[] = []
  private readonly verdictIds = new Map<string, number>()
  private readonly verdictOf = new Column()
  /** One more than the number of the mirror image; 0 where nobody asked. */
  private readonly mirrors = new Column()

  constructor(model: SystemModel<State, Event>) {
    this.model = model
    this.cells = cellNames(model)
  }

  get size(): number {
    return this.rowOf.length
  }

  /** Adds a state that nothing led to. */
  add(state: State): StateId {
    return this.intern(state, -1, beginning, 0)
  }

  private intern(state: State, from: StateId, event: number, way: number): StateId {
    const id = this.keys.add(this.model.canonical(state))
    if (id < this.size) return id
    for (const part of [from, event, way]) this.origins.push(part)
    this.rowOf.push(-1)
    this.verdictOf.push(-1)
    this.mirrors.push(0)
    this.keep(id, state)
    return id
  }

  /** Keeps the states met last, and always those that nothing led to. */
  private keep(id: StateId, state: State): void {
    if (this.kept.size >= mostKept) {
      let left = mostKept / 2
      for (const old of this.kept.keys()) {
        if (left-- === 0) break
        if (this.origins.at(old * 3 + 1) !== beginning) this.kept.delete(old)
      }
    }
    this.kept.set(id, state)
  }

  state(id: StateId): State {
    const known = this.kept.get(id)
    if (known !== undefined) return known
    const [from, event, way] = [0, 1, 2].map((part) => this.origins.at(id * 3 + part)) as [
      number,
      number,
      number,
    ]
    const before = this.state(from)
    const made =
      event === mirrored
        ? this.model.mirror!(before)
        : (outcomesOf(this.model, before, this.events[event]!)[way] as State)
    this.keep(id, made)
    return made
  }

  /** A number for an event: equal events have the same. */
  eventIndex(event: Event): number {
    const key = JSON.stringify(event)
    const known = this.eventIds.get(key)
    if (known !== undefined) return known
    this.eventIds.set(key, this.events.length)
    return this.events.push(event) - 1
  }

  /**
   * Every way an event can go, each once.
   *
   * @param index the event's number, from `eventIndex`.
   */
  after(id: StateId, index: number): readonly Transition[] {
    const known = this.asked.add(id, index, 0)
    if (known === this.plain.length) this.plain.push(this.follow(id, index))
    const to = this.plain.at(known)
    return to < 0 ? this.others[-1 - to]! : [{kind: 'moved', to, lost: nothing}]
  }

  private follow(id: StateId, index: number): number {
    const results = outcomesOf(this.model, this.state(id), this.events[index]!)
    const made = distinct(results.map((result, way) => this.transition(id, index, result, way)))
    const [only, ...others] = made
    if (others.length > 0 || !only) return -this.others.push(made)
    if (only.kind === 'moved') return only.lost.length === 0 ? only.to : -this.others.push(made)
    const key = `${only.code} ${only.text}`
    const known = this.refusals.get(key) ?? -this.others.push(made)
    this.refusals.set(key, known)
    return known
  }

  private transition(id: StateId, index: number, result: State | Refusal, way: number): Transition {
    if (this.model.isRefusal(result)) return {kind: 'refused', code: result.code, text: result.text}
    const size = this.size
    const to = this.intern(result, id, index, way)
    const {lost} = to === size ? this.verdict(to) : this.model.verdict(result)
    if (lost.length === 0) return {kind: 'moved', to, lost: nothing}
    const before = this.verdict(id).lost
    return {kind: 'moved', to, lost: lost.filter((work) => !before.includes(work))}
  }

  /** A number for what can be seen in a state: equal rows have the same. */
  rowIndex(id: StateId): number {
    const known = this.rowOf.at(id)
    if (known !== -1) return known
    const row = observe(this.model, this.state(id))
    const index = numberOf(this.rowIds, this.rows, row.join('|'), row)
    this.rowOf.set(id, index)
    return index
  }

  row(id: StateId): Row {
    return this.rows[this.rowIndex(id)]!
  }

  verdict(id: StateId): Verdict {
    const known = this.verdictOf.at(id)
    if (known !== -1) return this.verdicts[known]!
    const verdict = this.model.verdict(this.state(id))
    const {served, redundant, standby, lost, dangers} = verdict
    const key = `${served}${redundant}${standby}${lost.join()}|${dangers.join()}`
    this.verdictOf.set(id, numberOf(this.verdictIds, this.verdicts, key, verdict))
    return verdict
  }

  /** Seconds until something changes by itself, as far as the model tells; 0 if it does not. */
  nextChange(id: StateId): number {
    const seconds = this.model.nextChange?.(this.state(id)) ?? 0
    return seconds === Infinity ? 0 : seconds
  }

  /** The state with the hosts exchanged; itself where the system is not symmetrical. */
  mirror(id: StateId): StateId {
    const {mirror} = this.model
    if (!mirror) return id
    const known = this.mirrors.at(id)
    if (known !== 0) return known - 1
    const other = this.intern(mirror(this.state(id)), id, mirrored, 0)
    this.mirrors.set(id, other + 1)
    this.mirrors.set(other, id + 1)
    return other
  }
}

/** Every way an event can go: those the model tells, or the only one there is. */
function outcomesOf<State, Event>(
  model: SystemModel<State, Event>,
  state: State,
  event: Event,
): readonly (State | Refusal)[] {
  return model.outcomes?.(state, event) ?? [model.apply(state, event)]
}

/** Ways that lead to one state are one; the one that loses most stands for them. */
function distinct(transitions: readonly Transition[]): readonly Transition[] {
  if (transitions.length < 2) return transitions
  const worst = new Map<string, Transition>()
  for (const transition of transitions) {
    const key = transition.kind === 'moved' ? `to ${transition.to}` : transition.code
    const before = worst.get(key)
    if (!before || lossOf(transition) > lossOf(before)) worst.set(key, transition)
  }
  return [...worst.values()]
}

function lossOf(transition: Transition): number {
  return transition.kind === 'moved' ? transition.lost.length : 0
}

/** The number of a value in a list of different ones; a new one is appended. */
function numberOf<T>(ids: Map<string, number>, all: T[], key: string, value: T): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  ids.set(key, all.length)
  return all.push(value) - 1
}

function cellNames({hosts, keys}: SystemModel): string[] {
  const ofHost = keys.filter((spec) => spec.of === 'host')
  const ofCluster = keys.filter((spec) => spec.of === 'cluster')
  return [
    ...hosts.flatMap((host) => ofHost.map(({key}) => `${host} ${key}`)),
    ...ofCluster.map(({key}) => `cluster ${key}`),
  ]
}

function observe<State, Event>(model: SystemModel<State, Event>, state: State): Row {
  const row: (string | null)[] = []
  for (const host of model.hosts) {
    const seen = model.observe(state, host)
    for (const {key, of} of model.keys) if (of === 'host') row.push(seen[key] ?? null)
  }
  const seen = model.observe(state)
  for (const {key, of} of model.keys) if (of === 'cluster') row.push(seen[key] ?? null)
  return row
}
