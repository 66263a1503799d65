import type {OutcomeKind} from '../model/runbook.ts'
import {observeAll} from './observe-all.ts'
import type {Guide, Place} from './place.ts'
import {secondsToType} from './rehearsal.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import {happen, pass, type World} from './world.ts'

/** Where somebody ends who follows a runbook honestly. */
export interface Ending<State = unknown, Event = unknown> {
  /** Absent: the runbook had no answer. */
  readonly outcome?: OutcomeKind
  readonly place: Place<Event>
  readonly world: World<State>
}

/**
 * Follows a runbook from a place on, with honest answers; where it leaves a decision to the
 * responder, every way is tried.
 *
 * @returns the ending that loses least, then the best outcome, then the soonest.
 */
export function bestEnding<State, Event>(
  system: RehearsedSystem<State, Event>,
  guide: Guide<State, Event>,
  place: Place<Event>,
  world: World<State>,
): Ending<State, Event> {
  return new Follower(system, guide).follow(place, world)
}

class Follower<State, Event> {
  private readonly system: RehearsedSystem<State, Event>
  private readonly guide: Guide<State, Event>
  /** What was followed before: a runbook may lead round in circles. */
  private readonly followed = new Set<string>()

  constructor(system: RehearsedSystem<State, Event>, guide: Guide<State, Event>) {
    this.system = system
    this.guide = guide
  }

  follow(from: Place<Event>, begin: World<State>): Ending<State, Event> {
    let [place, world] = this.carryOut(from, begin)
    for (;;) {
      const {outcome} = this.guide.stepOf(place)
      if (outcome) return {outcome, place, world}
      if (this.wasHere(place, world)) return {place, world}
      const seen = observeAll(this.system, world.state)
      const {places, wait} = this.guide.answer(place, seen, world.at)
      if (wait !== undefined) world = pass(this.system, world, wait)
      else if (places.length === 1) [place, world] = this.carryOut(places[0]!, world)
      else if (places.length === 0) return {place, world}
      else return places.map((one) => this.follow(one, world)).reduce(better)
    }
  }

  private wasHere({plan, state, refused, since}: Place<Event>, world: World<State>): boolean {
    const place = [plan.name, state.step, state.bindings.roles, refused, world.at - since]
    const key = `${JSON.stringify(place)} ${this.system.canonical(world.state)}`
    return this.followed.size === this.followed.add(key).size
  }

  /** Everything a step changes, and the time it takes to read what it shows. */
  private carryOut(from: Place<Event>, begin: World<State>): [Place<Event>, World<State>] {
    let place = from
    let world = begin
    for (let [line] = this.guide.next(place); line; [line] = this.guide.next(place)) {
      const result = happen(this.system, world, line.event)
      const refused = 'kind' in result ? result.code : undefined
      if (!('kind' in result)) world = result
      place = this.guide.carriedOut(place, line, refused)
      world = pass(this.system, world, secondsToType)
    }
    return [place, pass(this.system, world, secondsToType)]
  }
}

const ranks: readonly (OutcomeKind | undefined)[] = ['done', 'serving', 'escalate', undefined]

function better<State, Event>(
  a: Ending<State, Event>,
  b: Ending<State, Event>,
): Ending<State, Event> {
  const keys = [a, b].map(({outcome, world}) => [
    lostIn(world).length,
    ranks.indexOf(outcome),
    world.at,
  ])
  const at = keys[0]!.findIndex((key, index) => key !== keys[1]![index])
  return at !== -1 && keys[1]![at]! < keys[0]![at]! ? b : a
}

/** The acknowledged work that is in no copy any more. */
export const lostIn = ({frames}: Pick<World, 'frames'>): readonly string[] =>
  frames.at(-1)!.verdict.lost
