export type {Deed, Output} from './console.ts'
export {
  debrief,
  type Debrief,
  type Left,
  type Loss,
  type Prospect,
  type StepPlace,
  type TooLate,
} from './debrief.ts'
export {
  act,
  beginRehearsal,
  now,
  type Action,
  type Rehearsal,
  type Setting,
  type Turn,
} from './rehearsal.ts'
export type {RehearsedSystem, Sketch} from './rehearsed-system.ts'
export type {Covering, Happening} from './scenario.ts'
export type {StoryEvent} from './story.ts'
export type {Frame, World} from './world.ts'
export {isSeed, newSeed, parseRehearsal, type RehearsalLink} from './parse-rehearsal.ts'
export {formatRehearsal, resumeRehearsal} from './rehearsal-link.ts'
