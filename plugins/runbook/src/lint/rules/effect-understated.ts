import type {Effect} from '../../model/runbook.ts'
import {commandsOf, hearCommand} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

const order: readonly Effect[] = ['read', 'change', 'destroy']

export const effectUnderstated: LintRule = {
  id: 'effect-understated',
  severity: 'error',
  doc: 'A command that does more than its `effect` says.',
  advice: 'What destroys needs a caution above it and a copy before it, too.',
  check(runbook, {vocabulary}, find) {
    if (!vocabulary) return
    for (const {command} of commandsOf(runbook)) {
      const heard = hearCommand(command, runbook.head, vocabulary)
      const worse = heard.find(
        ({known}) =>
          known.kind === 'event' && order.indexOf(known.effect) > order.indexOf(command.effect),
      )
      if (worse?.known.kind !== 'event') continue
      find(
        `Unexpected \`effect=${command.effect}\` on \`${worse.line}\`, expected \`effect=${worse.known.effect}\``,
        {place: positionOf(command.node)},
      )
    }
  },
}
