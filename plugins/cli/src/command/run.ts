import {Command} from 'commander'
import {collectPairs} from '../pairs.ts'
import type {RunOptions} from '../terminal/open-session.ts'

/** `handrail run`: a runbook in the terminal. */
export function runCommand(): Command {
  return new Command('run')
    .description('Follow a runbook in this terminal, one step at a time.')
    .argument('[runbook]', 'its name (split-brain) or its file; not needed with --resume')
    .option('--host <be1=name>', 'real name of a host; once for each', collectPairs, {})
    .option('--role <ROLE=be1>', 'what is known already of who is who', collectPairs, {})
    .option('--value <NAME=value>', 'a value of the commands', collectPairs, {})
    .option('--resume <log>', 'take up the session of this log again')
    .option('--log <file>', 'where to keep the log (default: RUNBOOK-TIME.log.json here)')
    .option('--name <name>', 'your name, for the log (default: the login)')
    .option('--lang <language>', 'read the translation, where the site has one')
    .option('--plain', 'for screen readers: no line is broken, no sign is drawn')
    .option('--site <folder>', 'the site whose runbooks are known by name', '.')
    .action(async (name: string | undefined, options: RunOptions) => {
      const {openSession} = await import('../terminal/open-session.ts')
      await openSession(name, options)
    })
}
