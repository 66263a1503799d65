import type {Verdict} from '../model/system-model.ts'
import type {Deed} from './console.ts'
import {now, type Rehearsal} from './rehearsal.ts'

/** Something that happened, at a second of the clock. */
export type StoryEvent = {readonly at: number} & (Told | Change)

type Told =
  | {readonly kind: 'happened'; readonly words: string}
  /** The responder is called. */
  | {readonly kind: 'called'}
  | {readonly kind: 'did'; readonly turn: number; readonly deed: Deed}

/** What changed in the verdict on the system. */
type Change =
  | {readonly kind: 'served'; readonly isUp: boolean}
  | {readonly kind: 'lost'; readonly names: readonly string[]}
  /** Something is wrong from now on, or is not any more. */
  | {readonly kind: 'danger'; readonly words: string; readonly isOver: boolean}
  /** Both places have the data again, or not any more. */
  | {readonly kind: 'redundant'; readonly isSo: boolean}

/** Everything that happened, in order: what came by itself, what was done, and what came of it. */
export function tellStory(rehearsal: Rehearsal): readonly StoryEvent[] {
  const {scenario, turns} = rehearsal
  const events: StoryEvent[] = [
    ...scenario.past.map(({at, words}): StoryEvent => ({at, kind: 'happened', words})),
    {at: 0, kind: 'called'},
    ...turns.flatMap(({at, deeds}, turn) =>
      deeds.map((deed): StoryEvent => ({at, kind: 'did', turn, deed})),
    ),
    ...changes(rehearsal),
  ]
  return events.sort((a, b) => a.at - b.at)
}

function changes(rehearsal: Rehearsal): StoryEvent[] {
  const {frames} = now(rehearsal)
  return frames.flatMap(({at, verdict}, index) => {
    const before = frames[index - 1]?.verdict
    return before ? changed(before, verdict).map((event) => ({at, ...event})) : []
  })
}

function changed(before: Verdict, after: Verdict): Change[] {
  const lost = after.lost.filter((name) => !before.lost.includes(name))
  const begun = after.dangers.filter((words) => !before.dangers.includes(words))
  const over = before.dangers.filter((words) => !after.dangers.includes(words))
  return [
    ...(before.served === after.served ? [] : [{kind: 'served', isUp: after.served} as const]),
    ...(lost.length > 0 ? [{kind: 'lost', names: lost} as const] : []),
    ...begun.map((words) => ({kind: 'danger', words, isOver: false}) as const),
    ...over.map((words) => ({kind: 'danger', words, isOver: true}) as const),
    ...(before.redundant === after.redundant
      ? []
      : [{kind: 'redundant', isSo: after.redundant} as const]),
  ]
}
