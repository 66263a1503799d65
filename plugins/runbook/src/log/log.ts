import type {Answer, Given} from '../machine/state.ts'

/** When something was written down, and by whom. */
export interface Stamp {
  /** ISO 8601 in UTC, to the second: `2026-11-23T02:14:05Z`. */
  readonly at: string
  /** Minutes that local time was ahead of UTC. */
  readonly offset: number
  /** The responder's name, if given. */
  readonly by?: string
}

/** What an entry says happened. */
export type EntryKind =
  /** A runbook was begun. */
  | 'start'
  /** A choice was taken. */
  | 'answer'
  /** The last answer was taken back, or an earlier one changed. */
  | 'back'
  /** A command was copied or run, or an action carried out. */
  | 'run'
  /** Output was pasted. */
  | 'evidence'
  /** The responder wrote something down. */
  | 'note'
  /** The runbook had changed since the session was begun. */
  | 'changed'

/** One line of the log. Flat, so that it can be read whatever becomes of the runbook. */
export interface Entry extends Stamp {
  readonly kind: EntryKind
  readonly runbook: string
  readonly step: string
  /** The step's title as it was read. */
  readonly title: string
  /** Version of the step's commands and choices as they were read. */
  readonly version: string
  /** The host it is about: its real name. */
  readonly host?: string
  /** Id of the choice taken. */
  readonly choice?: string
  /** Words of the choice, the note, the command, the output. */
  readonly text?: string
}

/** A session's way through one runbook. */
export interface Leg {
  readonly runbook: string
  readonly title: string
  readonly version: string
  readonly given: Given
  readonly answers: readonly Answer[]
}

/** Everything there is to keep of a session. Plain data; its JSON continues the session elsewhere. */
export interface Log {
  readonly format: 'handrail-log'
  readonly formatVersion: 1
  /** The runbooks gone through, in order; the session stands in the last. */
  readonly legs: readonly Leg[]
  readonly entries: readonly Entry[]
}

/** A log nobody has written to yet. */
export const emptyLog: Log = {format: 'handrail-log', formatVersion: 1, legs: [], entries: []}
