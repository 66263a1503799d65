import {positionOf} from '../../model/source-position.ts'
import {commandsOf} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'

/** Characters without a shape, those that turn the direction of text, blanks that no shell takes. */
const unseen = /(?![\t ])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu

export const unseenCharacter: LintRule = {
  id: 'unseen-character',
  severity: 'error',
  doc: 'A character in a command that nobody sees, or that turns the direction of text: what is run is not what is read.',
  advice:
    'Type it anew; such characters come along when a command is copied from a page or a chat.',
  check(runbook, _context, find) {
    for (const {command} of commandsOf(runbook)) {
      for (const line of command.lines) {
        const names = [...new Set(line.match(unseen))].map(nameOf)
        if (names.length === 0) continue
        const shown = line.replaceAll(unseen, '\ufffd')
        find(`Unexpected ${names.join(', ')} in \`${shown}\`, expected what can be seen`, {
          place: positionOf(command.node),
        })
      }
    }
  },
}

/** As Unicode writes it: `U+202E`. */
function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
