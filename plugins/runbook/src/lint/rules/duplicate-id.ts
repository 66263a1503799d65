import type {LintRule} from '../lint-rule.ts'

export const duplicateId: LintRule = {
  id: 'duplicate-id',
  severity: 'error',
  doc: 'Two steps with one id or one title, or two choices of a step with the same words: links, logs and people could not tell them apart.',
  advice:
    'Links and logs name steps by their titles and answers by their words: say how the two differ.',
  check({steps}, _context, find) {
    const seen = new Map<string, number>()
    for (const {id, title, number, position} of steps) {
      const before = seen.get(id) ?? seen.get(title)
      if (before !== undefined) {
        find(`Unexpected second step “${title}”, expected a title unlike that of step ${before}`, {
          place: position,
        })
      }
      seen.set(id, number).set(title, number)
    }
    for (const {choices} of steps) {
      choices.forEach(({words, position}, index) => {
        if (choices.slice(0, index).every((other) => other.words !== words)) return
        find(`Unexpected second choice “${words}”, expected words that stand alone`, {
          place: position,
        })
      })
    }
  },
}
