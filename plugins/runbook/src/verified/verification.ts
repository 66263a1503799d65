/** What the model says a step can do, right or wrong. */
export interface DangerMark {
  readonly runbook: string
  readonly step: string
  /** Carried out as told, it can lose acknowledged work. */
  readonly destroys: boolean
  /** On the wrong host, without the guard, it would lose acknowledged work. */
  readonly destroysElsewhere: boolean
  /** On the wrong host, without the guard, it would stop the service. */
  readonly stopsService: boolean
  /** What else it would bring about there, each a sentence. */
  readonly dangers: readonly string[]
}

/** States in which a runbook leads to `Escalate:`, as long as nobody decides to give up. */
export interface Escalation {
  /** Ids of the outcomes, `RUNBOOK#STEP`. */
  readonly outcomes: readonly string[]
  /** Whether it leads nowhere else; if not, what reality leaves open decides. */
  readonly always: boolean
  /** How many states. */
  readonly states: number
  /** What happened before, in so many words that are not the same. */
  readonly after: readonly string[]
}

/**
 * Why no honest path took a choice: it is about a refusal, and nothing is refused there; it is at the
 * first step, about states that the runbook does not cover; it is `else`, and nothing else is seen;
 * no state within the faults shows it.
 */
export type WhyUntaken = 'refusal' | 'not-covered' | 'else' | 'not-seen'

/** A choice of a reached step that was never taken. */
export interface UntakenChoice {
  readonly step: string
  readonly choice: string
  readonly why: WhyUntaken
}

/** A property that does not hold. */
interface Breach {
  /** `P1` to `P9`. */
  readonly property: string
  readonly runbook: string
  readonly step: string
  readonly reason: string
  readonly story: readonly string[]
}

/** Versions of all that a check of a runbook depends on. */
export interface CheckedText {
  /** Of its hosts, roles, values and `covers`. */
  readonly head: string
  /** Of each step's title, commands and choices, by its id. */
  readonly steps: Readonly<Record<string, string>>
}

/** What was found about one version of a runbook. */
export interface VerifiedRunbook {
  readonly runbook: string
  /** Of the runbook that was checked. */
  readonly version: string
  /** To tell what has changed since; earlier versions did not write it. */
  readonly text?: CheckedText
  readonly states: number
  readonly settings: number
  readonly transitions: number
  /** Ids of the properties that hold. */
  readonly held: readonly string[]
  readonly broken: readonly Breach[]
  readonly escalating: readonly Escalation[]
  /** How many more states may end there by a decision of the responder. */
  readonly mayEscalate: number
  readonly dangers: readonly DangerMark[]
  /** Steps that no honest path reached. */
  readonly unreached: readonly string[]
  readonly untaken: readonly UntakenChoice[]
  /** What was answered, what people decide, what is waited for: `STEP.CHOICE: BINDINGS → TARGET`. */
  readonly answers: readonly string[]
  /** In how many states each end can be reached without a decision to give up. */
  readonly ends: {readonly done: number; readonly serving: number; readonly escalate: number}
  /** Claims that the model cannot hold. */
  readonly unproven: readonly string[]
}

/** What a check found, as a file beside the runbooks keeps it. */
export interface Verification {
  readonly system: string
  /** Tells the model that was checked against from others. */
  readonly model: string
  readonly faults: number
  readonly states: number
  readonly settings: number
  /** States of triage for which it could not be decided whether a repair exists. */
  readonly undecided: number
  readonly runbooks: readonly VerifiedRunbook[]
}
