import type {StepRef} from '../model/runbook.ts'

/** What names stand for in a session. Complete but for roles not decided and values not given. */
export interface Bindings {
  /** Real host names by placeholder; a host nobody named is called by its placeholder. */
  readonly hosts: Readonly<Record<string, string>>
  /** Placeholders by role. */
  readonly roles: Readonly<Record<string, string>>
  /** Values by name, defaults included. */
  readonly values: Readonly<Record<string, string>>
}

/** What a session starts with: from a link, an alert, the command line, or another runbook. */
export interface Given extends Partial<Bindings> {
  /** The step to start at; absent: the first. */
  readonly step?: string
}

/** One answer of a responder: the choice taken at a step. Plain data: it is what links carry. */
export interface Answer {
  readonly step: string
  readonly choice: string
  /** Placeholders of the roles that this answer binds because of what was seen. */
  readonly roles?: Readonly<Record<string, string>>
  /** Seconds waited so far, for a choice that waits; absent: one interval. */
  readonly waited?: number
}

/** Where a session stands. Deeply frozen; a function of the runbook, what was given and the answers. */
export interface State {
  readonly runbook: string
  readonly version: string
  /** The step the responder sees. */
  readonly step: string
  readonly bindings: Bindings
  readonly given: Given
  /** The answers that fit, in order; looking again several times running is one answer. */
  readonly answers: readonly Answer[]
  /** Seconds waited at this step, by choice. */
  readonly waited: Readonly<Record<string, number>>
  /** Set when the last answer led to another runbook: this session ends here, `carry` goes on. */
  readonly leaves?: StepRef
}

/** Why something given or answered was not taken. */
export type MisfitKind =
  /** A host's name that is none, or that both hosts have. */
  | 'host'
  /** A role bound to no host of this runbook, or bound to another one already. */
  | 'role'
  /** A value that does not match its pattern. */
  | 'value'
  /** A step to start at that this runbook does not have. */
  | 'step'
  /** An answer of a step that the path does not stand at. */
  | 'elsewhere'
  /** A choice its step does not have. */
  | 'choice'
  /** A wait whose limit is reached. */
  | 'limit'
  /** An answer about a role that is another host now. */
  | 'other-host'
  /** An answer that leaves open which host a role is. */
  | 'open-role'

/** Something that was not taken, and why. */
export interface Misfit {
  readonly kind: MisfitKind
  /** The host, role, value or step it is about, or the choice. */
  readonly name: string
  /** One English sentence. */
  readonly reason: string
  /** The answer that does not fit. */
  readonly answer?: Answer
}

/** A state, and what was not taken on the way to it. */
export interface Replayed {
  readonly state: State
  readonly misfits: readonly Misfit[]
}

/** Freezes plain data at every depth. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
