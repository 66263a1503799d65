import {closesItsQuotes} from '../../machine/shell.ts'
import {commandsOf} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const commandShape: LintRule = {
  id: 'command-shape',
  severity: 'error',
  doc: 'A line that a guard cannot hold together: a quote that stays open, or a here-document.',
  advice:
    'Write it on one line, or ending in a backslash; put what is longer into a script and call that.',
  check(runbook, _context, find) {
    for (const {command} of commandsOf(runbook)) {
      if (command.kind === 'action' || command.effect === 'read') continue
      for (const line of command.lines) {
        if (closesItsQuotes(line) && !/<<|\bthen$|\bdo$|\($|\{$/.test(line)) continue
        find(`Unexpected line \`${line}\`, expected a whole command`, {
          place: positionOf(command.node),
        })
      }
    }
  },
}
