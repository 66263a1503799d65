import type {Plan} from '../model/plan.ts'
import {type Deed, type Output, typeInto} from './console.ts'
import {Experience} from './experience.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import {type Covering, drawScenario, type Scenario} from './scenario.ts'
import {pass, type World} from './world.ts'

/** Something a responder does: everything a rehearsal is made of, beside its seed. */
export type Action =
  /** Types or pastes into the console of a host, or of a machine that is none of the hosts. */
  | {readonly kind: 'type'; readonly host: string; readonly text: string}
  | {readonly kind: 'wait'; readonly seconds: number}

/** What is rehearsed. */
export interface Setting {
  readonly seed: number
  /** Name of a runbook whose case it is; absent: the responder does not know what is broken. */
  readonly runbook?: string
}

/** An action, and what came of it. */
export interface Turn<State = unknown, Event = unknown> {
  readonly action: Action
  /** Second of the clock at which it was begun. */
  readonly at: number
  readonly output: readonly Output[]
  readonly deeds: readonly Deed<Event>[]
  /** The system after it, and after the seconds it took. */
  readonly world: World<State>
  readonly experience: Experience<Event>
}

/** One responder's way through a broken system. A value: `act` returns a new one. */
export interface Rehearsal<State = unknown, Event = unknown> {
  readonly system: RehearsedSystem<State, Event>
  readonly setting: Setting
  readonly scenario: Scenario<State>
  readonly turns: readonly Turn<State, Event>[]
}

/** Seconds that go by while somebody types a line and reads what it prints. */
export const secondsToType = 5

/** The longest wait; a longer one is cut. */
const longestWait = 4 * 3600

/**
 * Breaks the system and calls the responder.
 *
 * @param runbooks where the setting's runbook is among.
 * @returns undefined if there is no such runbook, or nothing leads to a state that it covers.
 */
export function beginRehearsal<State, Event>(
  system: RehearsedSystem<State, Event>,
  setting: Setting,
  runbooks: readonly Covering[] | readonly Plan[],
): Rehearsal<State, Event> | undefined {
  const {seed, runbook} = setting
  const covering = runbooks.find(({name}) => name === runbook)
  if (runbook !== undefined && !covering) return undefined
  const scenario = drawScenario(system, seed, covering)
  return scenario && {system, setting, scenario, turns: []}
}

/** The system as it stands now. */
export const now = <State>({scenario, turns}: Pick<Rehearsal<State>, 'scenario' | 'turns'>) =>
  turns.at(-1)?.world ?? scenario.world

/** Does something, and lets the time pass that it takes. */
export function act<State, Event>(
  rehearsal: Rehearsal<State, Event>,
  action: Action,
): Rehearsal<State, Event> {
  const {system, turns} = rehearsal
  const world = now(rehearsal)
  const experience = turns.at(-1)?.experience ?? new Experience<Event>()
  const done =
    action.kind === 'wait'
      ? {output: [], deeds: [], world, experience}
      : typeInto(system, world, experience, action.host, action.text)
  const seconds = action.kind === 'wait' ? secondsOf(action.seconds) : secondsToType
  const turn = {...done, action, at: world.at, world: pass(system, done.world, seconds)}
  return {...rehearsal, turns: [...turns, turn]}
}

/** Whole seconds, at least one: actions come from links that anybody can write. */
const secondsOf = (seconds: number): number =>
  Math.min(longestWait, Math.max(1, Math.floor(seconds) || 1))
