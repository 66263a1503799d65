import {headPlace} from '../head-place.ts'
import type {LintRule} from '../lint-rule.ts'

const year = 366 * 24 * 60 * 60 * 1000

export const reviewOverdue: LintRule = {
  id: 'review-overdue',
  severity: 'warning',
  doc: 'A runbook last reviewed more than a year before the commit it is built from.',
  advice: 'Walk through it, mend what is no longer so, and set `reviewed` to the day.',
  check(runbook, {date}, find) {
    const {reviewed} = runbook.head
    if (reviewed === undefined || date === undefined) return
    if (Date.parse(date) - Date.parse(reviewed) <= year) return
    find(
      `Unexpected \`reviewed: ${reviewed}\`, expected a review within the year before ${date.slice(0, 10)}`,
      {place: headPlace(runbook, 'reviewed')},
    )
  },
}
