import type {Head} from '../../model/runbook.ts'
import {headPlace} from '../head-place.ts'
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
  advice:
    'The checker begins in the states of `covers`; people ask for time, needs and owner before they begin.',
  check(runbook, _context, find) {
    const missing = Object.keys(wanted).filter((field) => !wanted[field]!(runbook.head))
    if (missing.length === 0) return
    const fields = missing.map((field) => `\`${field}\``).join(', ')
    find(`Unexpected head without ${fields}, expected a complete one`, {
      place: headPlace(runbook, ''),
    })
  },
}
