import {readFileSync} from 'node:fs'
import {userInfo} from 'node:os'
import {Command} from 'commander'
import type {Log} from '@handrail/runbook/log'
import {CommandFailure} from '../command-failure.ts'
import {collectPairs} from '../pairs.ts'

interface RunOptions {
  host: Record<string, string>
  role: Record<string, string>
  value: Record<string, string>
  site: string
  log?: string
  resume?: string
  name?: string
}

/** `handrail run`: a runbook in the terminal. */
export function runCommand(): Command {
  return new Command('run')
    .description('Follow a runbook in this terminal, one step at a time.')
    .argument('[runbook]', 'its name (split-brain) or its file; not needed with --resume')
    .option('--host <be1=name>', 'real name of a host; once for each', collectPairs, {})
    .option('--role <ROLE=be1>', 'what is known already of who is who', collectPairs, {})
    .option('--value <NAME=value>', 'a value of the commands', collectPairs, {})
    .option('--resume <log>', 'take up the session of this log again')
    .option('--log <file>', 'where to keep the log (default: RUNBOOK-DATE.log.json here)')
    .option('--name <name>', 'your name, for the log (default: the login)')
    .option('--site <folder>', 'the site whose runbooks are known by name', '.')
    .action(follow)
}

async function follow(name: string | undefined, options: RunOptions): Promise<void> {
  const log = options.resume === undefined ? undefined : await readLog(options.resume)
  const wanted = name ?? log?.legs.at(-1)?.runbook
  if (wanted === undefined) throw new CommandFailure('name a runbook, or a log with --resume')
  const {runbookLibrary} = await import('../runbook-library.ts')
  const find = runbookLibrary(options.site)
  const runbook = find(wanted)
  if (!runbook) throw new CommandFailure(`no runbook ${wanted} in ${options.site}`)
  const {englishTexts} = await import('@handrail/runbook-element/texts')
  const {fileJournal} = await import('../terminal/journal.ts')
  const {runSession} = await import('../terminal/run-session.ts')
  const {processTerminal} = await import('../terminal/terminal.ts')
  const leg = log?.legs.at(-1)
  const terminal = processTerminal()
  const file = options.resume ?? options.log ?? `${runbook.name}-${timestamp()}.log.json`
  await runSession(runbook, terminal, {
    texts: englishTexts,
    given: {...leg?.given, ...given(options)},
    answers: leg?.answers ?? [],
    find,
    reader: () => import('@handrail/cluster/read'),
    journal: fileJournal(file, options.name ?? userInfo().username, log),
  })
  terminal.close()
}

function given({host, role, value}: RunOptions) {
  const records = {hosts: host, roles: role, values: value}
  return Object.fromEntries(
    Object.entries(records).filter(([, record]) => Object.keys(record).length > 0),
  )
}

async function readLog(file: string): Promise<Log> {
  const {parseLog} = await import('@handrail/runbook/log')
  const {log, problems} = parseLog(readText(file))
  for (const problem of problems) process.stderr.write(`${file}: ${problem}\n`)
  if (!log) throw new CommandFailure(`${file} is not the log of a session`)
  return log
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandFailure(`${file}: ${(error as Error).message}`)
  }
}

/** `20261123T021405Z`: sorts by time, and is a file name everywhere. */
function timestamp(): string {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, '')
}
