import type {Detail, Rule} from '../message/rule.ts'
import type {Plan} from '../model/plan.ts'
import type {Runbook} from '../model/runbook.ts'
import type {SystemVocabulary} from '../model/system-model.ts'
import type {Verification} from '../verified/verification.ts'

/** What the rules may know beyond the runbook; without it the rules that need it say nothing. */
export interface LintContext {
  /** The system's words: what can be observed, run and done. */
  readonly vocabulary?: SystemVocabulary
  /** All runbooks by name, for links from one to another. */
  readonly runbooks?: ReadonlyMap<string, Plan>
  /** What the checker found about the runbooks, whichever version of them it was. */
  readonly verification?: Pick<Verification, 'runbooks'>
  /** ISO date of the commit or of today, to tell how old the last review is. */
  readonly date?: string
}

/** Reports one finding: a sentence `Unexpected X, expected Y`. */
type Find = (reason: string, detail: Detail) => void

/** A rule about a runbook that could be read. */
export interface LintRule extends Rule {
  check(runbook: Runbook, context: LintContext, find: Find): void
}
