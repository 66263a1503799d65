import {commandsOf, hearCommand} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const unknownCommand: LintRule = {
  id: 'unknown-command',
  severity: 'error',
  doc: 'A line that the system does not know, in a block that changes something or as an action: nothing could be proven of it.',
  advice:
    'If it changes nothing, say `effect=read`. A site whose runbooks are about another system switches this rule `off` in `handrail.severities`.',
  check(runbook, {vocabulary}, find) {
    if (!vocabulary) return
    for (const {command} of commandsOf(runbook)) {
      if (command.effect === 'read') continue
      const strange = hearCommand(command, runbook.head, vocabulary).find(
        ({known}) => known.kind === 'unknown',
      )
      if (!strange) continue
      const note = strange.known.kind === 'unknown' ? strange.known.advice : undefined
      find(
        `Unexpected line \`${strange.line}\`, expected a command that ${vocabulary.name} knows`,
        {
          place: positionOf(command.node),
          ...(note !== undefined && {note}),
        },
      )
    }
  },
}
