import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'
import {collectPairs} from '../pairs.ts'

interface RunOptions {
  host: Record<string, string>
  role: Record<string, string>
  value: Record<string, string>
  site: string
}

/** `handrail run`: a runbook in the terminal. */
export function runCommand(): Command {
  return new Command('run')
    .description('Follow a runbook in this terminal, one step at a time.')
    .argument('<runbook>', 'its name (split-brain) or its file')
    .option('--host <be1=name>', 'real name of a host; once for each', collectPairs, {})
    .option('--role <ROLE=be1>', 'what is known already of who is who', collectPairs, {})
    .option('--value <NAME=value>', 'a value of the commands', collectPairs, {})
    .option('--site <folder>', 'the site whose runbooks are known by name', '.')
    .action(async (name: string, {host, role, value, site}: RunOptions) => {
      const {englishTexts} = await import('@handrail/runbook-element/texts')
      const {runbookLibrary} = await import('../runbook-library.ts')
      const {runSession} = await import('../terminal/run-session.ts')
      const {processTerminal} = await import('../terminal/terminal.ts')
      const find = runbookLibrary(site)
      const runbook = find(name)
      if (!runbook) throw new CommandFailure(`no runbook ${name} in ${site}`)
      const terminal = processTerminal()
      const given = {hosts: host, roles: role, values: value}
      await runSession(runbook, terminal, {texts: englishTexts, given, find})
      terminal.close()
    })
}
