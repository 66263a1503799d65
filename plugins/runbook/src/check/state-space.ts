import type {Refusal, SystemModel, Verdict} from '../model/system-model.ts'

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

const mostEvents = 65_536

/**
 * The states met so far, each once, with what follows from them. A state stands for all states with
 * its canonical key; everything asked of it is computed once.
 */
export class StateSpace<State = unknown, Event = unknown> {
  readonly model: SystemModel<State, Event>
  /** `HOST key` for every host and key, then `cluster key`. */
  readonly cells: readonly string[]
  private readonly states: State[] = []
  private readonly ids = new Map<string, StateId>()
  private readonly transitions = new Map<number, readonly Transition[]>()
  private readonly rows: Row[] = []
  private readonly verdicts: Verdict[] = []
  private readonly mirrors: StateId[] = []
  private readonly events = new Map<string, number>()

  constructor(model: SystemModel<State, Event>) {
    this.model = model
    this.cells = cellNames(model)
  }

  get size(): number {
    return this.states.length
  }

  add(state: State): StateId {
    const key = this.model.canonical(state)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    this.ids.set(key, this.states.length)
    return this.states.push(state) - 1
  }

  state(id: StateId): State {
    return this.states[id]!
  }

  /** A number for an event: equal events have the same. */
  eventIndex(event: Event): number {
    const key = JSON.stringify(event)
    const index = this.events.get(key) ?? this.events.size
    this.events.set(key, index)
    return index
  }

  /**
   * Every way an event can go, each once.
   *
   * @param index the event's number, from `eventIndex`.
   */
  after(id: StateId, event: Event, index = this.eventIndex(event)): readonly Transition[] {
    const key = id * mostEvents + index
    const known = this.transitions.get(key)
    if (known) return known
    const results = outcomesOf(this.model, this.state(id), event)
    const transitions = distinct(results.map((result) => this.transition(id, result)))
    this.transitions.set(key, transitions)
    return transitions
  }

  private transition(id: StateId, result: State | Refusal): Transition {
    if (this.model.isRefusal(result)) return {kind: 'refused', code: result.code, text: result.text}
    const before = this.verdict(id).lost
    const {lost} = this.model.verdict(result)
    const newly = lost.length === 0 ? lost : lost.filter((work) => !before.includes(work))
    return {kind: 'moved', to: this.add(result), lost: newly}
  }

  row(id: StateId): Row {
    return (this.rows[id] ??= rowOf(this.model, this.state(id)))
  }

  verdict(id: StateId): Verdict {
    return (this.verdicts[id] ??= this.model.verdict(this.state(id)))
  }

  /** The state with the hosts exchanged; itself where the system is not symmetrical. */
  mirror(id: StateId): StateId {
    const {mirror} = this.model
    return (this.mirrors[id] ??= mirror ? this.add(mirror(this.state(id))) : id)
  }
}

/** Every way an event can go: those the model tells, or the only one there is. */
export function outcomesOf<State, Event>(
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

function cellNames({hosts, keys}: SystemModel): string[] {
  const ofHost = keys.filter((spec) => spec.of === 'host')
  const ofCluster = keys.filter((spec) => spec.of === 'cluster')
  return [
    ...hosts.flatMap((host) => ofHost.map(({key}) => `${host} ${key}`)),
    ...ofCluster.map(({key}) => `cluster ${key}`),
  ]
}

function rowOf<State, Event>(model: SystemModel<State, Event>, state: State): Row {
  const row: (string | null)[] = []
  for (const host of model.hosts) {
    const seen = model.observe(state, host)
    for (const {key, of} of model.keys) if (of === 'host') row.push(seen[key] ?? null)
  }
  const seen = model.observe(state)
  for (const {key, of} of model.keys) if (of === 'cluster') row.push(seen[key] ?? null)
  return row
}
