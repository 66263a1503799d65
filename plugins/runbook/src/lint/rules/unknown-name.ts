import {commandsOf} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const unknownName: LintRule = {
  id: 'unknown-name',
  severity: 'error',
  doc: 'A `<NAME>` in a command that is no value, role or host of the head.',
  advice: 'Declare it among the `values` or `roles` of the head.',
  check(runbook, _context, find) {
    const {hosts, roles, values} = runbook.head
    const names = new Set([...hosts, ...roles, ...values.map(({name}) => name)])
    for (const {command} of commandsOf(runbook)) {
      for (const [text, name] of command.lines.join('\n').matchAll(/<([A-Z][A-Z0-9_]*)>/g)) {
        if (names.has(name!)) continue
        find(`Unexpected \`${text}\` in a command, expected a value or role of the head`, {
          place: positionOf(command.node),
          note: `There are ${[...names].map((one) => `\`${one}\``).join(', ')}.`,
        })
      }
    }
  },
}
