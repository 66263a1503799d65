import type {Block, Line} from './program.ts'
import type {Context} from './context.ts'
import type {PlanChoice, PlanStep} from '../model/plan.ts'
import type {OutcomeKind} from '../model/runbook.ts'
import type {Evidence, Verdict} from '../model/system-model.ts'

/** Something that happened while a runbook was followed, for the properties to judge. */
export type Moment =
  /** An event was carried out as the runbook said. */
  | {
      readonly kind: 'acted'
      readonly step: PlanStep
      readonly block: Block
      readonly line: Extract<Line, {kind: 'event'}>
      /** The session before it. */
      readonly context: Context
      /** Acknowledged work that it lost for good. */
      readonly lost: readonly string[]
      /** What would have made it safe, where none of it was seen or done. */
      readonly unproven: readonly Evidence[]
    }
  /** Time passed at a wait. */
  | {
      readonly kind: 'waited'
      readonly step: PlanStep
      readonly context: Context
      readonly lost: readonly string[]
    }
  /** A block was carried out on a host it is not meant for, without its guard. */
  | {readonly kind: 'mistaken'; readonly step: PlanStep; readonly block: Block; readonly harm: Harm}
  /** The step's commands were refused, or not, and its question was answered. */
  | {
      readonly kind: 'answered'
      readonly step: PlanStep
      /** The choice that holds; absent if none does. */
      readonly answer?: PlanChoice
      /** Choices that a person may take instead. */
      readonly decisions: readonly PlanChoice[]
      /** `KEY of HOST` that a condition asked for and nobody was told to collect. */
      readonly unseen: readonly string[]
      readonly refusals: readonly RefusedLine[]
      /** Whether some choice is there for a refusal. */
      readonly mindsRefusal: boolean
    }
  /** A command of the step speaks of a role that is not bound. */
  | {readonly kind: 'unbound'; readonly step: PlanStep; readonly role: string}
  /** A choice leads to a step or runbook that is not among those that are checked. */
  | {readonly kind: 'left'; readonly step: PlanStep; readonly choice: PlanChoice}
  /** Roles were exchanged a second time. */
  | {readonly kind: 'third-round'; readonly step: PlanStep; readonly choice: PlanChoice}
  /** The same state of everything at the same step again. */
  | {readonly kind: 'looped'; readonly step: PlanStep}
  /** An outcome was reached. */
  | {
      readonly kind: 'ended'
      readonly step: PlanStep
      readonly outcome: OutcomeKind
      readonly verdict: Verdict
      readonly context: Context
    }
  /** The path from triage ends without service although operators could restore it. */
  | {readonly kind: 'unrepaired'; readonly step: PlanStep; readonly repair: readonly string[]}
  /** Triage does not cover a state. */
  | {readonly kind: 'uncovered'; readonly step: PlanStep}

/** A line that the system declined. */
export interface RefusedLine {
  readonly text: string
  readonly host: string
  readonly code: string
  readonly reason: string
}

/** What a block does on the wrong host. */
export interface Harm {
  /** The wrong host. */
  readonly host: string
  readonly lost: readonly string[]
  /** Whether the service, up before, is down after it. */
  readonly stopsService: boolean
  /** Dangers that were not there before. */
  readonly dangers: readonly string[]
}
