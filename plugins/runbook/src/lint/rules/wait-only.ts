import type {LintRule} from '../lint-rule.ts'

export const waitOnly: LintRule = {
  id: 'wait-only',
  severity: 'error',
  doc: 'Choices that all wait: at the limit there is none left.',
  advice: 'Say with `else` what to do when the wait has reached its limit.',
  check({steps}, _context, find) {
    for (const {title, choices} of steps) {
      if (choices.length === 0 || choices.some(({wait}) => !wait)) continue
      find(
        `Unexpected wait as the only way out of “${title}”, expected a choice for when it is over`,
        {place: choices[0]!.position},
      )
    }
  },
}
