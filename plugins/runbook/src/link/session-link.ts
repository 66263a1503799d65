import type {Answer, Given} from '../machine/state.ts'

/** A place in a session, as the fragment of an address carries it. */
export interface SessionLink {
  /** The step the link shows; absent: the first. */
  readonly step?: string
  /** Version of the runbook that the answers were given to. */
  readonly version?: string
  readonly given: Given
  readonly answers: readonly Answer[]
}

/** A link, and what of it could not be read, each a sentence. */
export interface ParsedLink extends SessionLink {
  readonly problems: readonly string[]
}
