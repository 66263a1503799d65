import type {OutcomeKind} from '../model/runbook.ts'
import type {DangerMark, UntakenChoice} from '../verified/verification.ts'
import type {Story} from './story.ts'

/** A breach of a property with its shortest story. */
export interface Counterexample {
  /** `P1` to `P9`. */
  readonly property: string
  readonly runbook: string
  readonly step: string
  readonly title: string
  /** One sentence: what is wrong. */
  readonly reason: string
  readonly story: Story
  /** Events and steps of the story. */
  readonly length: number
  /** How many states of everything breach it at this step. */
  readonly times: number
}

/** A state in which a runbook leads to `Escalate:`, as long as nobody decides to give up. */
export interface EscalatingState {
  /** What happened before. */
  readonly events: readonly string[]
  /** Ids of those outcomes, `RUNBOOK#STEP`. */
  readonly outcomes: readonly string[]
  /** Whether it leads nowhere else; if not, what reality leaves open decides. */
  readonly always: boolean
}

/** What was found about one runbook. */
export interface RunbookReport {
  readonly runbook: string
  /** States it was started in, each with its mirror image. */
  readonly states: number
  /** Numbers of the settings those states belong to. */
  readonly settings: readonly number[]
  /** Steps followed, counted once for each state of everything. */
  readonly transitions: number
  readonly counterexamples: readonly Counterexample[]
  /** Ids of the properties that hold; P9 is asked of triage alone. */
  readonly held: readonly string[]
  /** States in which some honest path ends in `Escalate:` without anybody deciding so. */
  readonly escalating: readonly EscalatingState[]
  /** How many more states have some path that ends there, by a decision of the responder. */
  readonly mayEscalate: number
  readonly dangers: readonly DangerMark[]
  /**
   * Steps that no honest path reached, by id. With few faults there are some; with an error in the
   * text there are more than before.
   */
  readonly unreached: readonly string[]
  readonly untaken: readonly UntakenChoice[]
  /** What was answered, what people decide, what is waited for: `STEP.CHOICE: BINDINGS → TARGET`. */
  readonly answers: readonly string[]
  /** In how many states each end can be reached without a decision to give up. */
  readonly ends: Readonly<Record<OutcomeKind, number>>
  /** Claims that the model cannot hold, as the runbook declares them. */
  readonly unproven: readonly string[]
}

/** What was found about all runbooks. */
export interface CheckReport {
  readonly system: string
  readonly faults: number
  /** States within the faults, hosts exchanged counted once. */
  readonly states: number
  /** How many healthy states there are to begin with. */
  readonly settings: number
  readonly runbooks: readonly RunbookReport[]
  /** States of triage for which it could not be decided whether a repair exists. */
  readonly undecided: number
}
