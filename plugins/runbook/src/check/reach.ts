import type {SystemModel} from '../model/system-model.ts'
import {StateSpace, type StateId} from './state-space.ts'

/** How far the environment may go. */
export interface ReachOptions {
  /** Faults that may happen before somebody opens a runbook. Repairs and clients' work are free. */
  readonly faults: number
  /** Whether states that differ only in which host is which count as one; true if absent. */
  readonly symmetry?: boolean
}

/** A state the environment can lead to, and the shortest way there. */
export interface ReachedState {
  readonly id: StateId
  readonly faults: number
  /** Events on the way. */
  readonly length: number
  /** Number of the healthy state it began with: the setting. */
  readonly setting: number
  /** Index of the state before, and what happened; absent for a healthy state. */
  readonly from?: number
  readonly event?: string
}

/** All states within a number of faults, nearest first. */
export interface Reach {
  readonly space: StateSpace
  readonly states: readonly ReachedState[]
  readonly settings: number
  /** Events applied on the way. */
  readonly transitions: number
}

/** Finds every state that the environment can lead to within the faults, from every setting. */
export function reachStates<State, Event>(
  model: SystemModel<State, Event>,
  options: ReachOptions,
): Reach {
  const space = new StateSpace(model)
  const search = new ReachSearch(space, options)
  return {
    space: space as unknown as StateSpace,
    states: search.run(),
    settings: model.initial().length,
    transitions: search.transitions,
  }
}

class ReachSearch<State, Event> {
  transitions = 0
  private readonly space: StateSpace<State, Event>
  private readonly options: ReachOptions
  private readonly seen = new Set<StateId>()
  private readonly states: ReachedState[] = []

  constructor(space: StateSpace<State, Event>, options: ReachOptions) {
    this.space = space
    this.options = options
  }

  /** Level by level of faults; within a level, what is free is gone through first in, first out. */
  run(): ReachedState[] {
    let level: ReachedState[] = this.space.model
      .initial()
      .map((state, setting) => ({id: this.space.add(state), faults: 0, length: 0, setting}))
    for (let faults = 0; faults <= this.options.faults; faults++) {
      const next: ReachedState[] = []
      const first = this.states.length
      level.forEach((arrival) => this.arrive(arrival))
      for (let at = first; at < this.states.length; at++) this.leave(at, next)
      level = next.sort((a, b) => a.length - b.length)
    }
    return this.states
  }

  private arrive(arrival: ReachedState): void {
    const {id} = arrival
    if (this.seen.has(id)) return
    this.seen.add(id)
    if (this.options.symmetry !== false) this.seen.add(this.space.mirror(id))
    this.states.push(arrival)
  }

  private leave(at: number, next: ReachedState[]): void {
    const {id, faults, length, setting} = this.states[at]!
    const {space} = this
    for (const {event, fault} of space.model.environment(space.state(id))) {
      if (fault && faults === this.options.faults) continue
      for (const result of space.after(id, space.eventIndex(event))) {
        this.transitions++
        if (result.kind === 'refused' || this.seen.has(result.to)) continue
        const words = space.model.describe(event)
        const way = {id: result.to, length: length + 1, setting, from: at, event: words}
        if (fault) next.push({...way, faults: faults + 1})
        else this.arrive({...way, faults})
      }
    }
  }
}
