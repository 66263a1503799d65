import type {ChangedAdvice} from '@handrail/runbook/check'
import type {NamedComparison} from './compare.ts'

/** Ways shown of each change; the others are counted. */
const shown = 4

/** What is advised otherwise, for a person: a paragraph for each kind of change. */
export function comparisonText(found: readonly NamedComparison[]): string {
  if (found.length === 0) return 'No runbook differs.\n'
  return found.map(runbookText).join('\n')
}

function runbookText({runbook, states, changes}: NamedComparison): string {
  const changed = changes.reduce((sum, {times}) => sum + times, 0)
  const head = `${runbook}: other advice in ${changed} of ${states} states\n`
  return head + changes.map(changeText).join('')
}

function changeText({events, before, after, times}: ChangedAdvice): string {
  const when = events.length > 0 ? events.join('; ') : 'everything is well'
  const more = times > 1 ? ` (and ${times - 1} more states)` : ''
  return [`\n  ${when}${more}`, ...ways('-', before), ...ways('+', after), ''].join('\n')
}

function ways(sign: '-' | '+', all: readonly string[]): string[] {
  const lines = all.slice(0, shown).map((way) => `    ${sign} ${way}`)
  return all.length > shown ? [...lines, `    ${sign} and ${all.length - shown} more ways`] : lines
}
