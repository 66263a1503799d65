import {availableParallelism} from 'node:os'
import {cluster} from '@handrail/cluster/model'
import {type Plan, planOf} from '@handrail/runbook'
import {type CheckProgress, type CheckReport, check} from '@handrail/runbook/check'
import type {VerifyOptions} from '../command/verify.ts'
import {CommandFailure} from '../command-failure.ts'
import {siteRunbooks} from '../site-runbooks.ts'
import {checkInParts, type PartMessage} from './check-in-parts.ts'
import {compare} from './compare.ts'
import {keepReport, otherThanKept} from './keep-report.ts'
import {progressLine} from './progress-line.ts'
import {reportText} from './report-text.ts'
import {textErrors} from './text-errors.ts'

/** The runbook that is held to cover every state. */
const triage = 'triage'

/** Checks the runbooks of a site, or compares them with another version, and prints the outcome. */
export async function verify(names: readonly string[], options: VerifyOptions): Promise<void> {
  const site = siteRunbooks(options.site)
  const {runbooks} = site
  const errors = options.part ? [] : textErrors(site, names, options.site)
  for (const error of errors) process.stderr.write(`${error}\n`)
  const unknown = names.find((name) => !runbooks.some((runbook) => runbook.name === name))
  if (unknown !== undefined) throw new CommandFailure(`no runbook ${unknown} in ${options.site}`)
  const plans = runbooks.map(planOf)
  if (options.part) return tellPart(names, plans, options)
  if (options.against !== undefined) return compare(names, plans, options.against, options)
  const line = progressLine(process.stderr)
  const report = await share(names, plans, options, line.show)
  line.clear()
  const other = options.write ? [] : otherThanKept(report, runbooks, options.site)
  if (options.write && errors.length === 0) keepReport(report, runbooks, options.site)
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, plans),
  )
  for (const line of other) process.stderr.write(`other than verified.json: ${line}\n`)
  const broken = report.runbooks.flatMap(({counterexamples}) => counterexamples)
  const wrong = [...count(broken, 'way', 'to go wrong'), ...count(errors, 'error', 'in the text')]
  if (wrong.length) throw new CommandFailure(wrong.join(', '), 1)
  if (other.length) throw new CommandFailure(whatNow, 1)
}

const whatNow =
  'see with --against what is advised otherwise; if all of this is meant to be so, keep it with --write'

function count({length}: readonly unknown[], one: string, what: string): string[] {
  return length === 0 ? [] : [`${length} ${one}${length === 1 ? '' : 's'} ${what}`]
}

/** One of the processes of a check. */
function tellPart(names: readonly string[], plans: readonly Plan[], options: VerifyOptions): void {
  const send = (message: PartMessage): void => void process.send?.(message)
  const report = checkHere(names, plans, options, (progress) => send({progress}))
  send({report})
}

/** Beyond three faults memory runs out first: parts of which two at a time fit into 8 GB. */
const smallParts = 8

/**
 * What is kept is always checked in two parts, so that every machine writes the same file: steps
 * that both parts come to count twice.
 */
function share(
  names: readonly string[],
  plans: readonly Plan[],
  options: VerifyOptions,
  onProgress: (progress: CheckProgress) => void,
): CheckReport | Promise<CheckReport> {
  const {faults, site, jobs = availableParallelism()} = options
  const parts = options.write ? 2 : faults > 3 ? smallParts : jobs
  if (parts < 2 || faults < 2) return checkHere(names, plans, options, onProgress)
  return checkInParts({
    args: [...names, '--faults', String(faults), '--site', site],
    parts,
    jobs: options.write ? 2 : jobs,
    // Enough for two processes; without a limit each would take twice as much before it tidies up.
    ...(faults <= 3 && {heap: 448}),
    onProgress,
  })
}

function checkHere(
  names: readonly string[],
  plans: readonly Plan[],
  {faults, part}: VerifyOptions,
  progress: (progress: CheckProgress) => void,
): CheckReport {
  return check(cluster, plans, {
    faults,
    triage,
    progress,
    ...(part && {part}),
    ...(names.length > 0 && {only: names}),
  })
}
