import type {VFileMessage} from 'vfile-message'
import type {Runbook} from '../model/runbook.ts'
import {readRunbooks, type ReadPage} from '../read/read-runbooks.ts'
import type {Verification} from '../verified/verification.ts'
import {lint, type LintContext} from './index.ts'

/** How messages of a rule count; `off` drops them, `info` is neither warning nor error. */
type Severity = 'off' | 'info' | 'warning' | 'error'

/** What the runbooks of a site are judged by. */
export interface LintOptions extends Required<Pick<LintContext, 'vocabulary' | 'date'>> {
  /** Severity by rule, in the place of the rule's own. */
  readonly severities?: Readonly<Record<string, Severity>>
  /** What the checker found about the runbooks, whichever version of them it was. */
  readonly verification?: Verification | undefined
}

/** Reads all runbooks among the pages of a site, and says what is wrong with them. */
export function lintRunbooks(
  pages: readonly ReadPage[],
  {vocabulary, date, severities = {}, verification}: LintOptions,
): {readonly runbooks: readonly Runbook[]; readonly messages: readonly VFileMessage[]} {
  const {runbooks, messages} = readRunbooks(pages, {vocabulary})
  const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const context = {vocabulary, date, runbooks: byName, ...(verification && {verification})}
  const all = [...messages, ...runbooks.flatMap((runbook) => lint(runbook, context))]
  return {runbooks, messages: all.filter((message) => settle(message, severities))}
}

/** Gives a message the severity that its rule has here; false if it is switched off. */
function settle(
  message: VFileMessage,
  severities: NonNullable<LintOptions['severities']>,
): boolean {
  const severity = severities[message.ruleId ?? '']
  if (severity === 'info') message.fatal = undefined
  else if (severity !== undefined) message.fatal = severity === 'error'
  return severity !== 'off'
}
