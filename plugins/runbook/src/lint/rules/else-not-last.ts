import type {LintRule} from '../lint-rule.ts'

export const elseNotLast: LintRule = {
  id: 'else-not-last',
  severity: 'warning',
  doc: 'An `else` above a condition: whoever reads from the top takes it, and does not come to what fits.',
  advice: 'Put it below the conditions. Above them it may wait: at its limit it is gone.',
  check({steps}, _context, find) {
    for (const {choices} of steps) {
      const last = choices.findLastIndex(({condition}) => condition?.kind === 'terms')
      for (const {condition, wait, words, position} of choices.slice(0, Math.max(last, 0))) {
        if (condition?.kind !== 'else' || wait) continue
        find(`Unexpected \`else\` “${words}” above a condition, expected it below`, {
          place: position,
        })
      }
    }
  },
}
