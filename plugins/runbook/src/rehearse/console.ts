import type {Effect} from '../model/runbook.ts'
import type {Evidence} from '../model/system-model.ts'
import {type Input, readInput, type TypedLine} from './read-input.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import type {Experience} from './experience.ts'
import {happen, type World} from './world.ts'

/** Something that a responder did to the system, or tried to. */
export interface Deed<Event = unknown> {
  readonly text: string
  readonly host: string
  readonly event: Event
  readonly effect: Effect
  /** The code it was refused with. */
  readonly refused?: string
  /** What would have made it safe, where none of it had been seen or done. */
  readonly unproven: readonly Evidence[]
}

/** What a console shows of something typed. */
export type Output =
  /** As the system prints it. */
  | {readonly kind: 'text'; readonly text: string}
  /** The line is none that the system knows. */
  | {readonly kind: 'unknown'; readonly line: string; readonly advice?: string}
  /** The line reads, but what it prints is not known. */
  | {readonly kind: 'silent'; readonly line: string}

/** What came of something typed. */
export interface Reply<State = unknown, Event = unknown> {
  readonly output: readonly Output[]
  readonly deeds: readonly Deed<Event>[]
  readonly world: World<State>
  readonly experience: Experience<Event>
}

/** Carries out what was typed into the console of a host, or of a machine that is none of them. */
export function typeInto<State, Event>(
  system: RehearsedSystem<State, Event>,
  world: World<State>,
  experience: Experience<Event>,
  host: string,
  text: string,
): Reply<State, Event> {
  return new Console(system, world, experience).take(readInput(system, host, text))
}

class Console<State, Event> {
  private readonly system: RehearsedSystem<State, Event>
  private world: World<State>
  private experience: Experience<Event>
  private readonly output: Output[] = []
  private readonly deeds: Deed<Event>[] = []

  constructor(
    system: RehearsedSystem<State, Event>,
    world: World<State>,
    experience: Experience<Event>,
  ) {
    this.system = system
    this.world = world
    this.experience = experience
  }

  take({lines, alarm, isElsewhere}: Input<Event>): Reply<State, Event> {
    const isDone = !isElsewhere && lines.every((line) => this.carryOut(line) || alarm === undefined)
    if (!isDone && alarm !== undefined) this.print(`${alarm}\n`)
    const {output, deeds, world, experience} = this
    return {output, deeds, world, experience}
  }

  /** Carries out a line. Returns whether it went well. */
  private carryOut(typed: TypedLine<Event>): boolean {
    const {text: line, host, known} = typed
    switch (known.kind) {
      case 'unknown':
        this.output.push({kind: 'unknown', line, ...(known.advice && {advice: known.advice})})
        return false
      case 'read':
        this.look(line, host, known.shows)
        return true
      case 'event':
        return this.act(typed, known)
    }
  }

  private look(line: string, host: string, shows: readonly string[]): void {
    const {state} = this.world
    const text = this.system.print(state, host, line)
    // What shows nothing but that the host answers has an output that nobody modelled.
    if (text === '' && shows.length < 2) this.output.push({kind: 'silent', line})
    this.print(text)
    this.experience = this.experience.look(this.system, state, host, shows)
  }

  private act({text, host, isAction}: TypedLine<Event>, {event, effect}: Known<Event>): boolean {
    const {system} = this
    const evidence = system.evidence(event)
    const isProven = evidence.some((one) => this.experience.proves(system, one))
    const deed = {text, host, event, effect, unproven: isProven ? [] : evidence}
    const result = happen(system, this.world, event)
    if ('kind' in result) {
      this.print(`${result.text}\n`)
      this.deeds.push({...deed, refused: result.code})
      return false
    }
    this.deeds.push(deed)
    this.world = result
    this.experience = this.experience.did(event)
    if (!isAction) this.print(system.print(result.state, host, text))
    return true
  }

  private print(text: string): void {
    if (text !== '') this.output.push({kind: 'text', text})
  }
}

type Known<Event> = Extract<TypedLine<Event>['known'], {kind: 'event'}>
