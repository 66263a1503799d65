import {changedSince} from '../../verified/changed-since.ts'
import {headPlace} from '../head-place.ts'
import type {LintRule} from '../lint-rule.ts'

export const unverifiedChange: LintRule = {
  id: 'unverified-change',
  severity: 'warning',
  doc: 'A runbook, or a step, that is not as the checker saw it: nothing that `verified.json` says has been shown of it.',
  advice:
    'Run `handrail verify`, see with `--against` what is advised otherwise, and keep it with `--write`.',
  check(runbook, {verification}, find) {
    if (!verification) return
    const kept = verification.runbooks.find((one) => one.runbook === runbook.name)
    if (!kept) {
      find('Unexpected runbook that was never checked, expected `handrail verify`', {
        place: headPlace(runbook, ''),
      })
      return
    }
    for (const {step, what} of changedSince(kept, runbook)) {
      const place = runbook.steps.find(({id}) => id === step?.id)?.position
      find(`Unexpected change: ${what} is not as it was checked, expected \`handrail verify\``, {
        place: place ?? headPlace(runbook, ''),
      })
    }
  },
}
