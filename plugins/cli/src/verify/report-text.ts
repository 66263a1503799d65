import type {Plan} from '@handrail/runbook'
import type {CheckReport, Counterexample, DangerMark, RunbookReport} from '@handrail/runbook/check'

/** A report for a person: a few lines a runbook, and a story for each way to go wrong. */
export function reportText(report: CheckReport, plans: readonly Plan[]): string {
  const head = `${report.system}: ${report.states} states within ${report.faults} faults\n`
  const byName = new Map(plans.map((plan) => [plan.name, plan]))
  return head + report.runbooks.map((one) => runbookText(one, byName.get(one.runbook)!)).join('')
}

function runbookText(report: RunbookReport, plan: Plan): string {
  const {runbook, states, transitions, held, counterexamples, unproven} = report
  if (states === 0) return `\n${runbook}: covers no state within these faults\n`
  const titles = new Map(plan.steps.map(({id, title}) => [id, title]))
  const lines = [
    `\n${runbook}: ${states} states, ${transitions} steps followed; holds ${held.join(' ')}`,
    `  ${escalates(report)}`,
    ...unproven.map((claim) => `  unproven: ${claim}`),
    ...report.dangers.map((mark) => `  danger: “${titles.get(mark.step)}” ${dangerText(mark)}`),
    ...report.unreached.map((step) => `  unreached: “${titles.get(step)}”`),
    ...counterexamples.map(counterexampleText),
  ]
  return `${lines.join('\n')}\n`
}

function escalates({states, escalating, mayEscalate}: RunbookReport): string {
  const always = escalating.filter((one) => one.always).length
  const share = (count: number): string => `${((100 * count) / states).toFixed(1)} %`
  const sometimes = escalating.length - always
  return `Escalate: ${share(always)} always, ${share(sometimes)} as it goes, ${share(mayEscalate)} by decision`
}

function dangerText({destroys, destroysElsewhere, stopsService, dangers}: DangerMark): string {
  const elsewhere = [
    ...(destroysElsewhere ? ['loses acknowledged writes'] : []),
    ...(stopsService ? ['stops the service'] : []),
    ...dangers,
  ]
  return [
    ...(destroys ? ['may lose acknowledged writes'] : []),
    ...(elsewhere.length > 0 ? [`on the wrong host ${elsewhere.join(', ')}`] : []),
  ].join('; ')
}

function counterexampleText({property, title, reason, story, times}: Counterexample): string {
  const told = story.map((line) => `      ${line}`)
  return [`  ${property} “${title}”: ${reason} (${times} times)`, ...told].join('\n')
}
