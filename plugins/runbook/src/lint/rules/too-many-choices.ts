import type {LintRule} from '../lint-rule.ts'

const mostDecisions = 5
const mostObservations = 7

export const tooManyChoices: LintRule = {
  id: 'too-many-choices',
  severity: 'warning',
  doc: 'More choices than a tired person keeps in mind: five for a decision, seven for an observation.',
  advice: 'Split the step: first what tells most of them apart.',
  check({steps}, _context, find) {
    for (const {title, choices} of steps) {
      const decides = choices.some(({condition}) => !condition)
      const most = decides ? mostDecisions : mostObservations
      if (choices.length <= most) continue
      find(`Unexpected ${choices.length} choices of “${title}”, expected at most ${most}`, {
        place: choices[most]!.position,
      })
    }
  },
}
