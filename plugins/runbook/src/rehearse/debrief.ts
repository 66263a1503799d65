import type {Plan} from '../model/plan.ts'
import type {OutcomeKind} from '../model/runbook.ts'
import {bestEnding, type Ending, lostIn} from './follow.ts'
import {type Departure, departures} from './path.ts'
import {Guide} from './place.ts'
import {now, type Rehearsal} from './rehearsal.ts'
import {covers} from './scenario.ts'
import {tellStory, type StoryEvent} from './story.ts'
import {pass, type Frame, type World} from './world.ts'

/** A step of a runbook, for a link to it. */
export interface StepPlace {
  readonly runbook: string
  readonly runbookTitle: string
  readonly step: string
  readonly stepTitle: string
}

/** Where a runbook leads when it is followed honestly. */
export interface Prospect extends StepPlace {
  /** The runbook it was begun with. */
  readonly begun: string
  readonly begunTitle: string
  readonly outcome?: OutcomeKind
  /** Seconds it takes. */
  readonly seconds: number
  /** What is lost on the way. */
  readonly lost: readonly string[]
}

/** Acknowledged work that is gone. */
export interface Loss {
  readonly name: string
  /** From when on it was acknowledged; what came after it and shared its fate is lost with it. */
  readonly acknowledged: number
  /** When its last copy went. */
  readonly at: number
  /** The turn in which it went; absent if it was gone before the responder was called. */
  readonly turn?: number
  readonly tooLate?: TooLate
}

/** The moment from which on nothing would have kept it: neither doing nothing, nor a runbook. */
export interface TooLate {
  readonly turn: number
  readonly at: number
  /** Where a runbook would have led from just before. */
  readonly prospect?: Prospect
}

/** What is left to say of a departure when the rehearsal is over. */
export interface Left extends StepPlace {
  readonly turn: number
  readonly at: number
  readonly deed: Departure['deed']
  readonly wanted: Departure['wanted']
}

/** What can be said of a rehearsal when it is over. */
export interface Debrief {
  /** Everything that happened, in order. */
  readonly story: readonly StoryEvent[]
  readonly lost: readonly Loss[]
  /** Seconds without service, before the responder was called and after. */
  readonly down: {readonly before: number; readonly after: number}
  /** Every time the path left the runbooks. */
  readonly left: readonly Left[]
  /** What is true at the end, and when that was. */
  readonly end: Frame
  /** Where a runbook would have led from the beginning. */
  readonly prospect?: Prospect
}

/**
 * Judges a rehearsal, by hidden truth and all.
 *
 * @param plans every runbook, in the order in which a responder would reach for them; the one that
 *   was rehearsed goes before the others by itself.
 */
export function debrief<State, Event>(
  rehearsal: Rehearsal<State, Event>,
  plans: readonly Plan[],
): Debrief {
  return new Judge(rehearsal, plans).debrief()
}

/** Seconds in which it shows whether doing nothing would have been enough. */
const patience = 900

class Judge<State, Event> {
  private readonly rehearsal: Rehearsal<State, Event>
  private readonly plans: readonly Plan[]
  private readonly guide: Guide<State, Event>

  constructor(rehearsal: Rehearsal<State, Event>, plans: readonly Plan[]) {
    this.rehearsal = rehearsal
    this.plans = ownFirst(plans, rehearsal.setting.runbook)
    this.guide = new Guide(rehearsal.system, this.plans)
  }

  debrief(): Debrief {
    const {rehearsal, guide} = this
    const {at, frames} = now(rehearsal)
    const left = departures(rehearsal, guide, this.plans).map((one) => this.leftAt(one))
    return {
      story: tellStory(rehearsal),
      lost: this.losses(),
      down: {before: downtime(frames, -Infinity, 0), after: downtime(frames, 0, at)},
      left,
      end: {at, verdict: frames.at(-1)!.verdict},
      ...withProspect(this.prospectFrom(rehearsal.scenario.world)),
    }
  }

  private leftAt({turn, deed, place, wanted}: Departure<Event>): Left {
    return {turn, at: this.rehearsal.turns[turn]!.at, deed, wanted, ...this.stepPlace(place)}
  }

  private losses(): Loss[] {
    const {turns} = this.rehearsal
    const {frames, work} = now(this.rehearsal)
    return lostIn({frames}).map((name): Loss => {
      const {at} = frames.find(({verdict}) => verdict.lost.includes(name))!
      const acknowledged = work.find((one) => one.name === name)?.at ?? at
      const turn = turns.findIndex(({world}) => lostIn(world).includes(name))
      const isOwn = !lostIn(this.rehearsal.scenario.world).includes(name)
      return {name, acknowledged, at, ...(isOwn && {turn, tooLate: this.tooLate(name, turn)})}
    })
  }

  /** Goes back from the turn of a loss as long as nothing would have helped any more. */
  private tooLate(name: string, lostAt: number): TooLate {
    let turn = lostAt
    while (turn > 0 && !this.keeps(name, this.worldBefore(turn))) turn--
    const {at} = this.rehearsal.turns[turn]!
    return {turn, at, ...withProspect(this.prospectFrom(this.worldBefore(turn)))}
  }

  private keeps(name: string, world: World<State>): boolean {
    const idle = pass(this.rehearsal.system, world, patience)
    if (!lostIn(idle).includes(name)) return true
    return !(this.prospectFrom(world)?.lost.includes(name) ?? true)
  }

  private worldBefore(turn: number): World<State> {
    const {turns, scenario} = this.rehearsal
    return turns[turn - 1]?.world ?? scenario.world
  }

  /** Where the first runbook leads that may be begun here; its own case first. */
  private prospectFrom(world: World<State>): Prospect | undefined {
    const {system} = this.rehearsal
    const plan = this.plans.find((one) => covers(system, one, world.state))
    if (!plan) return undefined
    const ending = bestEnding(system, this.guide, this.guide.enter(plan, world.at), world)
    return this.prospect(plan, world, ending)
  }

  private prospect(
    {name, title}: Plan,
    from: World<State>,
    {outcome, place, world}: Ending<State, Event>,
  ): Prospect {
    const before = lostIn(from)
    return {
      begun: name,
      begunTitle: title,
      ...(outcome && {outcome}),
      ...this.stepPlace(place),
      seconds: world.at - from.at,
      lost: lostIn(world).filter((one) => !before.includes(one)),
    }
  }

  private stepPlace(place: Ending<State, Event>['place']): StepPlace {
    const {id, title} = this.guide.stepOf(place)
    const {name, title: runbookTitle} = place.plan
    return {runbook: name, runbookTitle, step: id, stepTitle: title}
  }
}

const withProspect = (prospect: Prospect | undefined) => (prospect ? {prospect} : {})

function ownFirst(plans: readonly Plan[], own: string | undefined): readonly Plan[] {
  return [...plans].sort((a, b) => Number(b.name === own) - Number(a.name === own))
}

/** Seconds without service between two moments. */
function downtime(frames: readonly Frame[], from: number, to: number): number {
  return frames.reduce((sum, {at, verdict}, index) => {
    const until = Math.min(frames[index + 1]?.at ?? to, to)
    return verdict.served ? sum : sum + Math.max(0, until - Math.max(at, from))
  }, 0)
}
