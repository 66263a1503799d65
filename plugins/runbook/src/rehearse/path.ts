import type {Plan} from '../model/plan.ts'
import type {Deed} from './console.ts'
import {observeAll} from './observe-all.ts'
import type {Due, Guide, Place} from './place.ts'
import type {Rehearsal} from './rehearsal.ts'
import {covers} from './scenario.ts'
import type {World} from './world.ts'

/** Something that no runbook asked for where the responder stood. */
export interface Departure<Event = unknown> {
  readonly turn: number
  readonly deed: Deed<Event>
  /** Where the runbook stood, of several places the one that is furthest on. */
  readonly place: Place<Event>
  /** What it would have had carried out there; empty where it asked for a look or a decision. */
  readonly wanted: readonly Due<Event>[]
}

/**
 * Follows a responder through the runbooks that may be begun in the scenario: wherever somebody
 * could stand who answers honestly, whether or not the responder looked. What a runbook asks for
 * next leads on; what changes something and was not asked for is a departure, after which every
 * runbook may be begun anew that covers what came of it.
 *
 * @param plans the runbooks, the one that is rehearsed first.
 */
export function departures<State, Event>(
  {system, scenario, turns}: Rehearsal<State, Event>,
  guide: Guide<State, Event>,
  plans: readonly Plan[],
): readonly Departure<Event>[] {
  const enter = ({state, at}: World<State>) =>
    plans.filter((plan) => covers(system, plan, state)).map((plan) => guide.enter(plan, at))
  const open = (places: readonly Place<Event>[], {state, at}: World<State>) =>
    everyAnswer(guide, places, observeAll(system, state), at)
  let places = open(enter(scenario.world), scenario.world)
  const found: Departure<Event>[] = []
  turns.forEach(({deeds, world}, turn) => {
    let strayed = false
    for (const deed of deeds) {
      const moved = places.flatMap((place) => movedBy(guide, place, deed))
      if (moved.length > 0) places = moved
      else if (deed.refused === undefined) {
        strayed = true
        if (places.length > 0) found.push({turn, deed, ...furthest(guide, places)})
      }
    }
    places = open(strayed ? [...places, ...enter(world)] : places, world)
  })
  return found
}

/** The place after a deed that it asked for; nothing if it did not. */
function movedBy<State, Event>(
  guide: Guide<State, Event>,
  place: Place<Event>,
  {event, refused}: Deed<Event>,
): Place<Event>[] {
  const done = JSON.stringify(event)
  const line = guide.next(place).find((one) => JSON.stringify(one.event) === done)
  return line ? [guide.carriedOut(place, line, refused)] : []
}

/** The places, and all that honest answers lead to before anything has to be carried out. */
function everyAnswer<State, Event>(
  guide: Guide<State, Event>,
  places: readonly Place<Event>[],
  seen: Parameters<Guide<State, Event>['answer']>[1],
  at: number,
): Place<Event>[] {
  const all = new Map(places.map((place) => [keyOf(place), place]))
  for (const place of all.values()) {
    for (const next of guide.answer(place, seen, at).places) {
      const key = keyOf(next)
      if (!all.has(key)) all.set(key, next)
    }
  }
  return [...all.values()]
}

const keyOf = <Event>({plan, state, due, refused}: Place<Event>): string =>
  JSON.stringify([plan.name, state.step, state.bindings.roles, due, refused])

function furthest<State, Event>(guide: Guide<State, Event>, places: readonly Place<Event>[]) {
  const [first] = places
  const own = places.filter(({plan}) => plan === first!.plan)
  const place = own.find((one) => guide.next(one).length > 0) ?? own.at(-1)!
  return {place, wanted: guide.next(place)}
}
