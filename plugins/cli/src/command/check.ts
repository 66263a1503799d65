import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {CheckResult, Severities, SiteCheck} from '@handrail/check'
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
  const siteDir = resolve(folder)
  const open = (): SiteCheck => siteCheck(siteDir, {severities: severity})
  const run = (site: SiteCheck): Run => {
    const result = site.run()
    const shown = result.messages.filter(({fatal}) => all || fatal !== undefined)
    process.stdout.write(reportText({...result, messages: shown}, format))
    const {error, warning, info} = countMessages(result.messages)
    const counts = `${result.pages.length} pages, ${error} errors, ${warning} warnings, ${info} remarks`
    return {result, errors: error, counts}
  }
  if (watch) return watchSite(siteDir, open, run)
  const {errors, counts} = run(open())
  if (errors) throw new CommandFailure(counts, 1)
  if (format === 'text') process.stdout.write(`${counts}\n`)
}

/** What one look at the site found. */
interface Run {
  result: CheckResult
  errors: number
  counts: string
}

/** Checks again and again; with settings that changed, from the beginning. */
async function watchSite(
  siteDir: string,
  open: () => SiteCheck,
  run: (site: SiteCheck) => Run,
): Promise<void> {
  const {FileWatch} = await import('../check/watch-files.ts')
  const manifest = join(siteDir, 'package.json')
  const settings = (): string => (existsSync(manifest) ? readFileSync(manifest, 'utf8') : '')
  let known = settings()
  let site = open()
  const look = (): void => {
    const {result, counts} = run(site)
    watching.add([manifest, ...result.pages.flatMap(({files}) => files)])
    process.stderr.write(`handrail: ${counts}; waiting for changes\n`)
  }
  const watching = new FileWatch(() => {
    process.stdout.write('\n')
    try {
      const now = settings()
      if (now !== known) site = open()
      known = now
      look()
    } catch (error) {
      process.stderr.write(`handrail: ${(error as Error).message}; waiting for changes\n`)
    }
  })
  look()
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
