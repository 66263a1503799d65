import type {Observation, Observations} from './condition.ts'
import type {Effect} from './runbook.ts'

/** A fact that can be asked about: one entry of the system's closed list of keys. */
export interface KeySpec {
  readonly key: string
  /** Whether it is a fact about one host or about all of them together. */
  readonly of: 'host' | 'cluster'
  /** `each`: a fact of the cluster that is known only when every host was looked at. */
  readonly from?: 'each'
  /** Every value it can have, as printed. */
  readonly values: readonly string[]
  /** The commands whose output shows it, as a responder types them. */
  readonly shownBy: readonly string[]
  /** What it says, in one sentence a responder understands. */
  readonly doc: string
  /**
   * By value, what is said of a host that has it, after the host's name: `carries the virtual IP`;
   * of the cluster a clause of its own: `clients are served`. Values without words are said as printed.
   */
  readonly says?: Readonly<Record<string, string>>
}

/** A sentence that an `action` fence may hold, for what no shell does. `HOST` stands for the host. */
export interface ActionSpec {
  readonly sentence: string
  readonly effect: Effect
  readonly doc: string
}

/** What a line of a command is to the system. */
export type KnownLine<Event> =
  | {readonly kind: 'read'; readonly shows: readonly string[]}
  | {readonly kind: 'event'; readonly event: Event; readonly effect: Effect}
  /**
   * Not understood; `advice` says what may have been meant, `shows` what the commands on the line
   * show that are understood, if they only read.
   */
  | {readonly kind: 'unknown'; readonly advice?: string; readonly shows?: readonly string[]}

/** Words of the system that authors use: what can be observed, run and done. Small; no simulation. */
export interface SystemVocabulary<Event = unknown> {
  readonly name: string
  /** The placeholders its hosts have in a runbook, in order. */
  readonly hosts: readonly string[]
  readonly keys: readonly KeySpec[]
  readonly actions: readonly ActionSpec[]
  /** Reads one shell line as typed on `host`; values are filled in already. */
  command(line: string, host: string): KnownLine<Event>
  /** Reads the sentence of an `action` fence, carried out on `host`. */
  action(sentence: string, host: string): KnownLine<Event>
}

/** One line of pasted text that a reader understood. */
export interface UnderstoodLine {
  /** One-based line of the pasted text. */
  readonly line: number
  readonly host?: string
  readonly meaning: string
}

/** What a reader made of pasted text. It never throws and never guesses without saying so. */
export interface Reading {
  readonly observations: Observations
  readonly understood: readonly UnderstoodLine[]
  /** One-based lines that carry text and were not understood. */
  readonly ignored: readonly number[]
  /** What cannot be true at once, each a sentence. */
  readonly contradictions: readonly string[]
  /** What was assumed, each a sentence: a host's name that was not in the text, a mended line. */
  readonly assumptions: readonly string[]
  /** The state in plain words, a sentence each. */
  readonly summary: readonly string[]
}

/** How pasted text is to be attributed. */
export interface ReadingHints {
  /** The placeholder of the host the whole text is from, when the responder said so. */
  readonly host?: string
  /** Real host names by placeholder. */
  readonly names?: Readonly<Record<string, string>>
}

/** Reads what a responder pastes. Loaded on use, apart from the vocabulary and the simulation. */
export interface SystemReader {
  read(text: string, hints?: ReadingHints): Reading
}

/** The system declined: nothing changed. */
export interface Refusal {
  readonly kind: 'refusal'
  /** As the system prints it, for example `-12`. `refused=any` matches every code. */
  readonly code: string
  readonly text: string
}

/** An event of the environment. Faults are counted; repairs and the clients' work are not. */
export interface EnvironmentEvent<Event> {
  readonly event: Event
  readonly fault: boolean
}

/** What is true of a state, hidden or not, for the checker's judgement. */
export interface Verdict {
  /** The service is up in exactly one place and nothing disturbs it. */
  readonly served: boolean
  /** The data is in both places and kept so. */
  readonly redundant: boolean
  /** A failure of the serving host would be answered without a person. */
  readonly standby: boolean
  /** Acknowledged work that is in no copy, snapshot or backup any more. */
  readonly lost: readonly string[]
  /** What else is wrong, each a sentence: two hosts serve, stale data is served. */
  readonly dangers: readonly string[]
}

/** What must have been seen or done in this session before an event is safe; any one suffices. */
export interface Evidence {
  /** What an author reads when it is missing. */
  readonly doc: string
  /** Observations made in this session that suffice, all of them, by host; `cluster` for the whole. */
  readonly seen?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** An action carried out in this session that suffices. */
  readonly done?: {readonly sentence: string; readonly host: string}
}

/**
 * An executable model of a system that runbooks repair. Deterministic: what reality leaves open is
 * a setting, fixed when a state is made, and the checker explores every setting. States and events
 * are immutable values of the model's own; the checker only hands them back.
 */
export interface SystemModel<State = unknown, Event = unknown>
  extends SystemVocabulary<Event>, SystemReader {
  /**
   * The healthy states to start from. What reality leaves open is either fixed in them, a state for
   * every combination, or left open: then `outcomes` tells every way an event can go.
   */
  initial(): readonly State[]
  /** Everything that may happen by itself in this state. */
  environment(state: State): readonly EnvironmentEvent<Event>[]
  /** Everything an operator could try in this state, for the question whether a repair exists. */
  operations(state: State): readonly Event[]
  /** The event of time passing, in seconds. */
  wait(seconds: number): Event
  /**
   * Seconds until something changes by itself, Infinity if nothing is under way. Whoever waits may
   * pass over the time before it at once. Absent: nobody knows, and every interval is looked at.
   */
  nextChange?(state: State): number
  apply(state: State, event: Event): State | Refusal
  /**
   * Every way an event can go where reality leaves that open, at least one; what `apply` returns is
   * the first. Absent: `apply` is all there is. Whoever checks something follows each of them.
   */
  outcomes?(state: State, event: Event): readonly (State | Refusal)[]
  /** Tells a refusal from a state. */
  isRefusal(result: State | Refusal): result is Refusal
  /** What a responder sees of a host now; without a host, of the cluster as a whole. */
  observe(state: State, host?: string): Observation
  /** What a command that reads prints on a host, byte for byte. */
  print(state: State, host: string, line: string): string
  verdict(state: State): Verdict
  /**
   * What makes this event safe to carry out here. Empty: nothing needs to be known. With entries,
   * one of them must hold of the session.
   */
  evidence(event: Event): readonly Evidence[]
  /** A key equal for states that no future can tell apart. */
  canonical(state: State): string
  /** The state with the hosts exchanged, where the system is symmetrical. */
  mirror?(state: State): State
  /** An event in words, as stories tell it: `be2 loses power`. */
  describe(event: Event): string
}
