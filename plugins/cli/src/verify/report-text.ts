import type {CheckReport, Counterexample, RunbookReport} from '@handrail/runbook/check'

/** A report for a person: a line a runbook, and a story for each way to go wrong. */
export function reportText(report: CheckReport): string {
  const head = `${report.system}: ${report.states} states within ${report.faults} faults\n`
  return head + report.runbooks.map(runbookText).join('')
}

function runbookText(report: RunbookReport): string {
  const {runbook, states, transitions, held, counterexamples, escalating, unproven} = report
  if (states === 0) return `\n${runbook}: covers no state within these faults\n`
  const share = ((100 * escalating.length) / states).toFixed(1)
  const lines = [
    `\n${runbook}: ${states} states, ${transitions} steps followed; holds ${held.join(' ')}`,
    `  ${share} % of the states end in Escalate:`,
    ...unproven.map((claim) => `  unproven: ${claim}`),
    ...counterexamples.map(counterexampleText),
  ]
  return `${lines.join('\n')}\n`
}

function counterexampleText({property, title, reason, story, times}: Counterexample): string {
  const told = story.map((line) => `      ${line}`)
  return [`  ${property} “${title}”: ${reason} (${times} times)`, ...told].join('\n')
}
