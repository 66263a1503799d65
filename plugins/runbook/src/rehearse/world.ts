import type {Refusal, Verdict} from '../model/system-model.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'

/** What is true of the system from a moment on. */
export interface Frame {
  /** Seconds on the rehearsal's clock: 0 is when the responder is called. */
  readonly at: number
  readonly verdict: Verdict
}

/** Work that the system acknowledged, and the moment from which on it did so. */
interface Work {
  readonly name: string
  readonly at: number
}

/** The system at a moment, and what was true of it on the way there. */
export interface World<State = unknown> {
  readonly state: State
  readonly at: number
  /** Each time something about the verdict changed, in order; never empty. */
  readonly frames: readonly Frame[]
  readonly work: readonly Work[]
}

/** The system as it is found at a moment, with no past. */
export function worldAt<State, Event>(
  system: RehearsedSystem<State, Event>,
  state: State,
  at: number,
): World<State> {
  const work = system.work(state).map((name) => ({name, at}))
  return {state, at, frames: [{at, verdict: system.verdict(state)}], work}
}

/** Lets an event happen; the refusal if the system declines it. */
export function happen<State, Event>(
  system: RehearsedSystem<State, Event>,
  world: World<State>,
  event: Event,
): World<State> | Refusal {
  const result = system.apply(world.state, event)
  return system.isRefusal(result) ? result : become(system, world, result, world.at)
}

/** Lets seconds pass, one by one; when nothing goes on any more, the rest of them at once. */
export function pass<State, Event>(
  system: RehearsedSystem<State, Event>,
  world: World<State>,
  seconds: number,
): World<State> {
  const end = world.at + seconds
  let now = world
  while (now.at < end) {
    const state = system.apply(now.state, system.wait(1))
    if (system.isRefusal(state) || isSame(system, state, now.state)) break
    now = become(system, now, state, now.at + 1)
  }
  return {...now, at: end}
}

/** Whether no future can tell two states apart. */
function isSame<State, Event>(
  system: RehearsedSystem<State, Event>,
  one: State,
  other: State,
): boolean {
  return system.canonical(one) === system.canonical(other)
}

function become<State, Event>(
  system: RehearsedSystem<State, Event>,
  world: World<State>,
  state: State,
  at: number,
): World<State> {
  const verdict = system.verdict(state)
  const before = world.frames.at(-1)!.verdict
  const frames = isEqual(before, verdict) ? world.frames : [...world.frames, {at, verdict}]
  const added = system.work(state).slice(world.work.length)
  const work = added.length ? [...world.work, ...added.map((name) => ({name, at}))] : world.work
  return {state, at, frames, work}
}

function isEqual(a: Verdict, b: Verdict): boolean {
  return (
    a.served === b.served &&
    a.redundant === b.redundant &&
    a.standby === b.standby &&
    a.lost.length === b.lost.length &&
    a.dangers.join() === b.dangers.join()
  )
}
