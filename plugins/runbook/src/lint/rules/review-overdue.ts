import type {LintRule} from '../lint-rule.ts'

const year = 366 * 24 * 60 * 60 * 1000

export const reviewOverdue: LintRule = {
  id: 'review-overdue',
  severity: 'warning',
  doc: 'A runbook last reviewed more than a year before the commit it is built from.',
  check({head: {reviewed}}, {date}, find) {
    if (reviewed === undefined || date === undefined) return
    if (Date.parse(date) - Date.parse(reviewed) <= year) return
    find(
      `Unexpected \`reviewed: ${reviewed}\`, expected a review within the year before ${date.slice(0, 10)}`,
      {place: {line: 1, column: 1}},
    )
  },
}
