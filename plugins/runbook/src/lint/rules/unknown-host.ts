import {headPlace} from '../head-place.ts'
import type {LintRule} from '../lint-rule.ts'

export const unknownHost: LintRule = {
  id: 'unknown-host',
  severity: 'warning',
  doc: 'Hosts that the system calls otherwise: nothing pasted is recognised, and the checker finds no state to begin in.',
  advice:
    'They are placeholders: real names are filled in on the page, by a link or by `--host`. A site whose runbooks are about another system switches this rule `off` in `handrail.severities`.',
  check(runbook, {vocabulary}, find) {
    const {hosts} = runbook.head
    if (!vocabulary || hosts.every((host) => vocabulary.hosts.includes(host))) return
    const place = headPlace(runbook, 'hosts')
    const [given, known] = [hosts, vocabulary.hosts].map((names) => `[${names.join(', ')}]`)
    find(`Unexpected \`hosts: ${given}\`, expected \`${known}\``, {place})
  },
}
