import type {Block, Line} from './program.ts'
import type {Context} from './context.ts'
import type {Act} from './thread.ts'
import type {PlanChoice, PlanStep} from '../model/plan.ts'
import type {OutcomeKind} from '../model/runbook.ts'
import type {Evidence, Verdict} from '../model/system-model.ts'

/** Something that happened while a runbook was followed, for the properties to judge. */
export type Moment = MomentKind & {
  readonly step: PlanStep
  /** What was carried out at the step so far. */
  readonly acts: readonly Act[]
}

type MomentKind =
  /**
   * An event was carried out that lost something, without evidence that it is safe, or that destroys
   * though nobody chose the host that loses.
   */
  | {
      readonly kind: 'acted'
      readonly block: Block
      readonly line: Extract<Line, {kind: 'event'}>
      /** The session before it. */
      readonly context: Context
      /** Acknowledged work that it lost for good. */
      readonly lost: readonly string[]
      /** What would have made it safe, where none of it was seen or done. */
      readonly unproven: readonly Evidence[]
    }
  /** Time passed at a wait, and something was lost. */
  | {readonly kind: 'waited'; readonly context: Context; readonly lost: readonly string[]}
  /** A block that changes something was carried out, but says that it only reads: it has no guard. */
  | {readonly kind: 'unguarded'; readonly block: Block; readonly harms: readonly Harm[]}
  /** A block was carried out on a host it is not meant for, without its guard, and did harm. */
  | {readonly kind: 'mistaken'; readonly block: Block; readonly harm: Harm}
  /** The step's question was asked, and something is wrong with it or with its answers. */
  | {
      readonly kind: 'answered'
      readonly isAnswered: boolean
      /** `KEY of HOST` that a condition asked for and nobody was told to look at. */
      readonly unseen: readonly string[]
      readonly refusals: readonly RefusedLine[]
      /** Whether, if something was refused, some choice is there for it. */
      readonly mindsRefusal: boolean
    }
  /** A command of the step speaks of a role that is not bound. */
  | {readonly kind: 'unbound'; readonly role: string}
  /** A choice leads to a step or runbook that is not among those that are checked. */
  | {readonly kind: 'left'; readonly choice: PlanChoice}
  /** The same state of everything at the same step again. */
  | {readonly kind: 'looped'}
  /** An outcome was reached. */
  | {
      readonly kind: 'ended'
      readonly outcome: OutcomeKind
      readonly verdict: Verdict
      readonly context: Context
    }
  /** The path from triage ends without service although operators could restore it. */
  | {readonly kind: 'unrepaired'; readonly repair: readonly string[]}
  /** Triage does not cover a state. */
  | {readonly kind: 'uncovered'}

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
