import {rules as runbookRules} from '@handrail/runbook'
import {rules as rstRules} from '@handrail/rst'
import {pageOf, tableOf} from './page-of.ts'

/** Every rule of the parser and of the lint for runbooks; each has a heading to link to. */
export function messagesPage(): string {
  return pageOf('Messages', 'Every rule, and what a message of it says.', [
    '## Of the parser',
    tableOf(
      ['rule', 'severity'],
      Object.entries(rstRules).map(([id, {severity}]) => [`\`rst:${id}\``, severity]),
    ),
    '## Of runbooks',
    tableOf(
      ['rule', 'severity', 'what it finds'],
      runbookRules.map(({id, severity, doc}) => [`\`runbook:${id}\``, severity, doc]),
    ),
  ])
}
