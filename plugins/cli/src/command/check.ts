import {resolve} from 'node:path'
import type {CheckResult, Severities} from '@handrail/check'
import {Command, InvalidArgumentError} from 'commander'
import {choiceOption} from '../choice-option.ts'
import {CommandFailure} from '../command-failure.ts'
import {expectShortRun} from '../short-run.ts'

interface CheckOptions {
  format: 'text' | 'json' | 'sarif' | 'github'
  severity: Severities
  all?: true
  watch?: true
}

const help = `
Exit codes: 0 no errors (there may be warnings), 1 errors, 2 called wrongly.
Severities: error, warning, info, off; also in the field \`handrail.severities\` of package.json.
`

/** `handrail check`: every message about a tree, without building it. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Print every message about the pages and runbooks of a site.')
    .argument('[folder]', 'the site: the folder with package.json and docs/', '.')
    .addOption(
      choiceOption('--format <format>', 'for a person, a program, a code host, GitHub’s runner', [
        'text',
        'json',
        'sarif',
        'github',
      ]),
    )
    .option('--severity <rule=severity>', 'of one rule; may be repeated', collectSeverities, {})
    .option('--all', 'name remarks too, not only warnings and errors')
    .option('--watch', 'go on: check again whenever a file changes')
    .addHelpText('after', help)
    .action(check)
}

async function check(folder: string, {format, severity, all, watch}: CheckOptions): Promise<void> {
  if (!watch) expectShortRun()
  const {siteCheck} = await import('../check/site-check.ts')
  const {countMessages, reportText} = await import('../check/report-forms.ts')
  const site = siteCheck(resolve(folder), {severities: severity})
  const run = (): {result: CheckResult; errors: number; counts: string} => {
    const result = site.run()
    const shown = result.messages.filter(({fatal}) => all || fatal !== undefined)
    process.stdout.write(reportText({...result, messages: shown}, format))
    const {error, warning, info} = countMessages(result.messages)
    const counts = `${result.pages.length} pages, ${error} errors, ${warning} warnings, ${info} remarks`
    return {result, errors: error, counts}
  }
  const {result, errors, counts} = run()
  if (watch) return watchSite(result, run)
  if (errors) throw new CommandFailure(counts, 1)
  if (format === 'text') process.stdout.write(`${counts}\n`)
}

async function watchSite(
  first: CheckResult,
  run: () => {result: CheckResult; counts: string},
): Promise<void> {
  const {FileWatch} = await import('../check/watch-files.ts')
  const files = ({pages}: CheckResult): string[] => pages.flatMap((page) => page.files)
  const watching = new FileWatch(() => {
    process.stdout.write('\n')
    const {result, counts} = run()
    process.stderr.write(`handrail: ${counts}; waiting for changes\n`)
    watching.add(files(result))
  })
  watching.add(files(first))
  process.stderr.write('handrail: waiting for changes\n')
}

const severityNames = ['off', 'info', 'warning', 'error'] as const

function collectSeverities(text: string, collected: Severities): Severities {
  const [rule, name] = text.split('=')
  const severity = severityNames.find((known) => known === name)
  if (!rule || !severity) {
    throw new InvalidArgumentError(`Expected RULE=${severityNames.join('|')}.`)
  }
  return {...collected, [rule]: severity}
}
