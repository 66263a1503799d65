import type {LintRule} from '../lint-rule.ts'

export const outcomeWord: LintRule = {
  id: 'outcome-word',
  severity: 'error',
  doc: 'A step without choices whose heading does not start with `Done:`, `Serving:` or `Escalate:`, so that nobody knows what it leaves behind.',
  advice: 'Choices are the last list of a step in which every item ends with a link to a step.',
  check({steps}, _context, find) {
    for (const {title, choices, outcome, position} of steps) {
      if (choices.length > 0 || outcome) continue
      find(
        `Unexpected step “${title}” without choices, expected \`Done:\`, \`Serving:\` or \`Escalate:\``,
        {
          place: position,
        },
      )
    }
  },
}
