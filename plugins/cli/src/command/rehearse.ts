import {Command, InvalidArgumentError} from 'commander'
import {isSeed} from '@handrail/runbook/rehearsal-link'

/** What `handrail rehearse` is asked for. */
export interface RehearseOptions {
  seed?: number
  plain?: true
  site: string
}

/** `handrail rehearse`: a failure of the model cluster, to find the way out of in this terminal. */
export function rehearseCommand(): Command {
  return new Command('rehearse')
    .description('Break a model of the cluster, and find the way out on consoles that answer.')
    .argument('[case]', 'a runbook, or the link of a rehearsal (default: you are not told)')
    .option('--seed <number>', 'how it is broken: the same number, the same rehearsal', seed)
    .option('--plain', 'for screen readers: no line is broken, no sign is drawn')
    .option('--site <folder>', 'the site whose runbooks are rehearsed', '.')
    .addHelpText(
      'after',
      `
On its consoles:
  COMMAND          runs on the host of the prompt, typed or pasted
  be2>             goes to the console of be2; be2> COMMAND runs it there
  wait 30s         lets time pass
  end              ends it: what was lost, and when it became too late
  h                says what else can be done`,
    )
    .action(async (what: string | undefined, options: RehearseOptions) => {
      const {rehearse} = await import('../rehearse/rehearse.ts')
      await rehearse(what, options)
    })
}

function seed(text: string): number {
  const number = Number(text || NaN)
  if (!isSeed(number)) throw new InvalidArgumentError('Expected a whole number.')
  return number
}
