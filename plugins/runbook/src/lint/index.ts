import type {VFileMessage} from 'vfile-message'
import {ruleMessage, type Rule} from '../message/rule.ts'
import type {Runbook} from '../model/runbook.ts'
import {readRules} from '../read/read-rules.ts'
import type {LintContext, LintRule} from './lint-rule.ts'
import {choiceNeverReached} from './rules/choice-never-reached.ts'
import {commandShape} from './rules/command-shape.ts'
import {commandWithoutOn} from './rules/command-without-on.ts'
import {destroyWithoutCaution} from './rules/destroy-without-caution.ts'
import {destroyWithoutCopy} from './rules/destroy-without-copy.ts'
import {doneRefused} from './rules/done-refused.ts'
import {duplicateId} from './rules/duplicate-id.ts'
import {effectBelowModel} from './rules/effect-below-model.ts'
import {effectUnderstated} from './rules/effect-understated.ts'
import {elseNotLast} from './rules/else-not-last.ts'
import {headIncomplete} from './rules/head-incomplete.ts'
import {idleLoop} from './rules/idle-loop.ts'
import {keyNotCollected} from './rules/key-not-collected.ts'
import {missingTarget} from './rules/missing-target.ts'
import {mixedChoices} from './rules/mixed-choices.ts'
import {noWayOut} from './rules/no-way-out.ts'
import {notExhaustive} from './rules/not-exhaustive.ts'
import {outcomeContent} from './rules/outcome-content.ts'
import {outcomeWord} from './rules/outcome-word.ts'
import {repeatWithoutWait} from './rules/repeat-without-wait.ts'
import {reviewOverdue} from './rules/review-overdue.ts'
import {roleExchange} from './rules/role-exchange.ts'
import {roleUnbound} from './rules/role-unbound.ts'
import {sameDecision} from './rules/same-decision.ts'
import {servingLink} from './rules/serving-link.ts'
import {staleKey} from './rules/stale-key.ts'
import {stepTooLong} from './rules/step-too-long.ts'
import {tooManyChoices} from './rules/too-many-choices.ts'
import {unmindedRefusal} from './rules/unminded-refusal.ts'
import {unknownCommand} from './rules/unknown-command.ts'
import {unknownHost} from './rules/unknown-host.ts'
import {unknownKey} from './rules/unknown-key.ts'
import {unknownName} from './rules/unknown-name.ts'
import {unreachableStep} from './rules/unreachable-step.ts'
import {unseenCharacter} from './rules/unseen-character.ts'
import {unverifiedChange} from './rules/unverified-change.ts'
import {valuePattern} from './rules/value-pattern.ts'
import {waitOnly} from './rules/wait-only.ts'
import {waitTooShort} from './rules/wait-too-short.ts'

export type {LintContext} from './lint-rule.ts'

/** The rules, in the order in which an author thinks of them: head, graph, choices, commands, size. */
const lintRules: readonly LintRule[] = [
  headIncomplete,
  reviewOverdue,
  valuePattern,
  unknownHost,
  unverifiedChange,

  missingTarget,
  duplicateId,
  unreachableStep,
  noWayOut,
  idleLoop,
  outcomeWord,
  outcomeContent,
  servingLink,
  doneRefused,

  unknownKey,
  keyNotCollected,
  staleKey,
  choiceNeverReached,
  elseNotLast,
  notExhaustive,
  mixedChoices,
  sameDecision,
  waitOnly,
  waitTooShort,
  repeatWithoutWait,
  roleExchange,

  commandWithoutOn,
  commandShape,
  unseenCharacter,
  unknownName,
  roleUnbound,
  unmindedRefusal,
  unknownCommand,
  effectUnderstated,
  effectBelowModel,
  destroyWithoutCaution,
  destroyWithoutCopy,

  tooManyChoices,
  stepTooLong,
]

/** Every rule of the reader and of the lint, for the reference and for options. */
export const rules: readonly Rule[] = [...Object.values(readRules), ...lintRules].map(
  ({id, severity, doc, advice}) => ({id, severity, doc, advice}),
)

/** Judges a runbook that could be read. Messages come in the order of the page. */
export function lint(runbook: Runbook, context: LintContext = {}): VFileMessage[] {
  const messages: VFileMessage[] = []
  for (const rule of lintRules) {
    rule.check(runbook, context, (reason, detail) => {
      messages.push(ruleMessage(rule, runbook.path, reason, detail))
    })
  }
  return messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
