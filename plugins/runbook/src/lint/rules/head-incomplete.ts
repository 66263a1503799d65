import type {Head} from '../../model/runbook.ts'
import type {LintRule} from '../lint-rule.ts'

const wanted: Readonly<Record<string, (head: Head) => boolean>> = {
  covers: ({covers}) => covers.length > 0,
  time: ({time}) => time !== undefined,
  needs: ({needs}) => needs.length > 0,
  owner: ({owner}) => owner !== undefined,
  reviewed: ({reviewed}) => reviewed !== undefined,
}

export const headIncomplete: LintRule = {
  id: 'head-incomplete',
  severity: 'warning',
  doc: 'A head without what a responder must know before beginning, or the checker to begin at all.',
  check({head}, _context, find) {
    const missing = Object.keys(wanted).filter((field) => !wanted[field]!(head))
    if (missing.length === 0) return
    const fields = missing.map((field) => `\`${field}\``).join(', ')
    find(`Unexpected head without ${fields}, expected a complete one`, {
      place: {line: 1, column: 1},
    })
  },
}
