import type {LintRule} from '../lint-rule.ts'

export const waitTooShort: LintRule = {
  id: 'wait-too-short',
  severity: 'warning',
  doc: 'A wait whose limit comes before its second look: what takes a moment longer is given up.',
  advice: 'Give what is waited for the time it takes at worst, such as `wait 5s max 6min`.',
  check({steps}, _context, find) {
    for (const {wait, words, position} of steps.flatMap(({choices}) => choices)) {
      if (!wait || wait.max >= 2 * wait.every) continue
      find(
        `Unexpected wait of ${wait.max} s at most after “${words}”, expected at least two intervals of ${wait.every} s`,
        {place: position},
      )
    }
  },
}
