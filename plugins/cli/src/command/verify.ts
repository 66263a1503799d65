import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'
import {wholeNumber} from '../whole-number.ts'

interface VerifyOptions {
  faults: number
  site: string
  json?: true
}

/** `handrail verify`: every runbook against the model of the cluster. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Follow every runbook from every state the cluster can reach, and look for harm.')
    .argument('[runbook...]', 'names (default: all)')
    .option('--faults <number>', 'how many faults before somebody opens a runbook', wholeNumber, 2)
    .option('--site <folder>', 'the site', '.')
    .option('--json', 'print the report as data')
    .addHelpText(
      'after',
      '\nEnds with 1 if a property does not hold. Each fault makes it about 15 times longer.',
    )
    .action(verify)
}

async function verify(names: string[], {faults, site, json}: VerifyOptions): Promise<void> {
  const {cluster} = await import('@handrail/cluster/model')
  const {check} = await import('@handrail/runbook/check')
  const {reportText} = await import('../verify/report-text.ts')
  const {siteRunbooks} = await import('../site-runbooks.ts')
  const {runbooks} = siteRunbooks(site)
  const unknown = names.find((name) => !runbooks.some((runbook) => runbook.name === name))
  if (unknown !== undefined) throw new CommandFailure(`no runbook ${unknown} in ${site}`)
  const report = check(cluster, runbooks, {
    faults,
    triage: 'triage',
    ...(names.length && {only: names}),
    progress: ({phase, runbook, done, of}) =>
      void process.stderr.write(
        phase === 'reach' ? 'Reaching states\n' : `${done + 1}/${of} ${runbook}\n`,
      ),
  })
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report))
  const broken = report.runbooks.flatMap(({counterexamples}) => counterexamples)
  if (broken.length) throw new CommandFailure(`${broken.length} ways to go wrong`, 1)
}
