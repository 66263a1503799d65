import {checkValue} from '../../machine/check-value.ts'
import {headPlace} from '../head-place.ts'
import type {LintRule} from '../lint-rule.ts'

export const valuePattern: LintRule = {
  id: 'value-pattern',
  severity: 'error',
  doc: 'A value without a pattern, which could then be filled with nothing; or a default that does not match its own pattern.',
  advice: "Say what the whole value may be, such as `pattern: '[a-z0-9-]+'`.",
  check(runbook, _context, find) {
    const place = headPlace(runbook, 'values')
    for (const spec of runbook.head.values) {
      if (spec.pattern === '') {
        find(`Unexpected value \`${spec.name}\` without a pattern, expected what it may be`, {
          place,
          note: `Such as \`${spec.name}: {pattern: '[a-z0-9-]+'}\`.`,
        })
      } else if (spec.default !== undefined && checkValue(spec, spec.default)) {
        find(
          `Unexpected default \`${spec.default}\` of \`${spec.name}\`, expected it to match \`${spec.pattern}\``,
          {place, note: 'Change the default, or the pattern.'},
        )
      }
    }
  },
}
