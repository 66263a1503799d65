import type {KnownLine} from '../model/system-model.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import {unguard} from './unguard.ts'

/** A line of what somebody typed, and the host it is carried out on or for. */
export interface TypedLine<Event = unknown> {
  readonly text: string
  readonly host: string
  readonly known: KnownLine<Event>
  /** What no shell does: nothing is printed. */
  readonly isAction?: true
}

/** What somebody typed or pasted into the console of a host. */
export interface Input<Event = unknown> {
  readonly lines: readonly TypedLine<Event>[]
  /** Present for a guarded block: what it says when a line is refused, and then it stops. */
  readonly alarm?: string
  /** The guard is for another host: nothing is carried out. */
  readonly isElsewhere?: true
}

/**
 * Reads what was typed or pasted: lines as a shell takes them, a runbook's guarded block, or the
 * sentence of an action, in which a host may stand by its name.
 */
export function readInput<State, Event>(
  system: RehearsedSystem<State, Event>,
  host: string,
  text: string,
): Input<Event> {
  const guarded = unguard(text, host)
  const own = guarded?.lines ?? text.split('\n')
  const lines = own
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => readLine(system, host, line))
  if (!guarded) return {lines}
  return {lines, alarm: guarded.alarm, ...(!guarded.passes && {isElsewhere: true})}
}

/** A sentence goes before a command: `free` is one, and so is the beginning of a sentence. */
function readLine<State, Event>(
  system: RehearsedSystem<State, Event>,
  host: string,
  text: string,
): TypedLine<Event> {
  return action(system, host, text) ?? {text, host, known: system.command(text, host)}
}

/** An action is for the host its sentence names, wherever it is typed. */
function action<State, Event>(
  system: RehearsedSystem<State, Event>,
  at: string,
  text: string,
): TypedLine<Event> | undefined {
  const words = text.split(/\s+/)
  const host = system.hosts.find((name) => words.includes(name)) ?? at
  const written = words.map((word) => (word === host ? 'HOST' : word)).join(' ')
  if (!system.actions.some(({sentence}) => sentence === written)) return undefined
  return {text, host, known: system.action(written, host), isAction: true}
}
