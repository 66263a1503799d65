import {commandsOf} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const destroyWithoutCaution: LintRule = {
  id: 'destroy-without-caution',
  severity: 'error',
  doc: 'A command that destroys with no caution above it in its step: its text is what is confirmed.',
  advice:
    'Say in `> [!CAUTION]` what is lost, where a copy is, and what would be lost on the other host.',
  check(runbook, _context, find) {
    for (const {command} of commandsOf(runbook)) {
      if (command.effect !== 'destroy' || command.caution) continue
      find('Unexpected command that destroys without a caution, expected one above it', {
        place: positionOf(command.node),
      })
    }
  },
}
