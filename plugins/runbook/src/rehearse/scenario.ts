import {evaluate, sightOf} from '../machine/evaluate.ts'
import type {Plan} from '../model/plan.ts'
import {observeAll} from './observe-all.ts'
import {randomOf, type Random} from './random.ts'
import type {RehearsedSystem, Sketch} from './rehearsed-system.ts'
import {happen, pass, worldAt, type World} from './world.ts'

/** Something that happened to the system before anybody was called. */
export interface Happening {
  /** Seconds on the rehearsal's clock, negative. */
  readonly at: number
  /** In the system's words. */
  readonly words: string
}

/** How the system came to be broken. */
export interface Scenario<State = unknown> {
  readonly past: readonly Happening[]
  /** The system when the responder is called. */
  readonly world: World<State>
}

/** What has to be known of a runbook to break the system for it. */
export type Covering = Pick<Plan, 'name' | 'head'>

/**
 * Breaks the system. The same seed always breaks it in the same way.
 *
 * @param runbook what is to be rehearsed: the system is brought into a state that it covers, by one
 *   of the system's own scenarios for it, or by as few faults as that takes. Absent: into any state
 *   that is not well.
 * @returns undefined if nothing leads to such a state.
 */
export function drawScenario<State, Event>(
  system: RehearsedSystem<State, Event>,
  seed: number,
  runbook?: Covering,
): Scenario<State> | undefined {
  const random = randomOf(seed)
  if (!runbook) return stroll(system, random, (state) => !isWell(system, state))
  const sketches = system.scenarios[runbook.name] ?? []
  for (const sketch of random.shuffled(sketches)) {
    for (const healthy of random.shuffled(system.initial())) {
      const scenario = follow(system, random, sketch, healthy)
      if (covers(system, runbook, scenario.world.state)) return scenario
    }
  }
  return stroll(system, random, (state) => covers(system, runbook, state))
}

/** Served, on two hosts, with one standing by. */
function isWell<State, Event>(system: RehearsedSystem<State, Event>, state: State): boolean {
  const {served, redundant, standby} = system.verdict(state)
  return served && redundant && standby
}

/** Whether a runbook may be begun in a state. */
export function covers<State, Event>(
  system: RehearsedSystem<State, Event>,
  {head}: Covering,
  state: State,
): boolean {
  const sight = sightOf(observeAll(system, state))
  return head.covers.some(
    (condition) =>
      condition.kind === 'terms' && evaluate(condition, sight, head, {}).holds === 'yes',
  )
}

/** Follows a sketch, a little slower than it says. */
function follow<State, Event>(
  system: RehearsedSystem<State, Event>,
  random: Random,
  {exchanged, events}: Sketch<Event>,
  healthy: State,
): Scenario<State> {
  const past: Happening[] = []
  let world = worldAt(system, exchanged ? system.mirror!(healthy) : healthy, 0)
  for (const [event, seconds] of events) {
    const next = happen(system, world, event)
    if ('kind' in next) break
    past.push({at: world.at, words: system.describe(event)})
    world = pass(system, next, seconds + random.below(1 + Math.floor(seconds / 5)))
  }
  return called(world, past)
}

/** Seconds between things that happen at random, and from the last of them to the call. */
const gaps = [5, 20, 75, 240, 900]
const delays = [45, 120, 310, 700]

/** The most faults that come together, things that happen, and attempts. */
const most = {faults: 3, events: 5, attempts: 900}

/** Lets things happen at random until they lead to a state that is wanted. */
function stroll<State, Event>(
  system: RehearsedSystem<State, Event>,
  random: Random,
  isWanted: (state: State) => boolean,
): Scenario<State> | undefined {
  for (let attempt = 0; attempt < most.attempts; attempt++) {
    const scenario = wander(system, random, 1 + random.below(most.faults))
    if (isWanted(scenario.world.state)) return scenario
  }
  return undefined
}

function wander<State, Event>(
  system: RehearsedSystem<State, Event>,
  random: Random,
  faults: number,
): Scenario<State> {
  const past: Happening[] = []
  let world = worldAt(system, random.of(system.initial()), 0)
  let left = faults
  for (let events = random.below(most.events); events >= 0; events--) {
    const possible = system.environment(world.state).filter(({fault}) => !fault || left > 0)
    if (possible.length === 0) break
    const {event, fault} = random.of(possible)
    const next = happen(system, world, event)
    if ('kind' in next) continue
    if (fault) left--
    past.push({at: world.at, words: system.describe(event)})
    world = pass(system, next, random.of(gaps))
  }
  return called(pass(system, world, random.of(delays)), past)
}

/** Sets the clock so that it is 0 now. */
function called<State>(world: World<State>, past: readonly Happening[]): Scenario<State> {
  const shift = <T extends {readonly at: number}>(one: T): T => ({...one, at: one.at - world.at})
  const {frames, work} = world
  return {
    past: past.map(shift),
    world: {...world, at: 0, frames: frames.map(shift), work: work.map(shift)},
  }
}
