import type {SystemModel} from '../model/system-model.ts'

/** A way to break a system, made by hand. */
export interface Sketch<Event = unknown> {
  /** Whether it begins with the hosts exchanged; needs `SystemModel.mirror`. */
  readonly exchanged: boolean
  /** What happens, and the seconds until the next, or until somebody is called. */
  readonly events: readonly (readonly [event: Event, seconds: number])[]
}

/**
 * A system on which runbooks can be rehearsed. Its clients work all the time, every second counts,
 * and an event has one outcome: what reality leaves open is decided by the initial state. Time and
 * the clients' work are no events of its environment: a rehearsal has a clock for both.
 */
export interface RehearsedSystem<State = unknown, Event = unknown> extends SystemModel<
  State,
  Event
> {
  /** Ways into the states that a runbook covers, by its name. For others they are drawn at random. */
  readonly scenarios: Readonly<Record<string, readonly Sketch<Event>[]>>
  /** All work acknowledged so far, each by the name that `Verdict.lost` has for it. */
  work(state: State): readonly string[]
}
