import {Command, InvalidArgumentError, Option} from 'commander'
import {wholeNumber} from '../whole-number.ts'

/** What `handrail verify` is asked for. */
export interface VerifyOptions {
  faults: number
  site: string
  json?: true
  jobs?: number
  write?: true
  against?: string
  part?: {index: number; of: number}
}

/** `handrail verify`: every runbook against the model of the cluster. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Follow every runbook from every state the cluster can reach, and look for harm.')
    .argument('[runbook...]', 'names (default: all)')
    .option('--faults <number>', 'how many faults before somebody opens a runbook', wholeNumber, 3)
    .option('--jobs <number>', 'processes that share the work (default: one a core)', wholeNumber)
    .option('--against <version>', 'show what is advised otherwise than in a git revision or file')
    .option('--write', 'keep what was found in verified.json beside the runbooks')
    .option('--site <folder>', 'the site', '.')
    .option('--json', 'print the report as data')
    .addOption(new Option('--part <part>').argParser(part).hideHelp())
    .addHelpText(
      'after',
      '\nEnds with 1 if a text has errors, if a property does not hold, or if the model, a\n' +
        'step or what comes of it is not as verified.json keeps it. Each fault makes it\n' +
        'about ten times longer.',
    )
    .action(async (names: string[], options: VerifyOptions) => {
      const {verify} = await import('../verify/verify.ts')
      await verify(names, options)
    })
}

/** Reads `1/2`: the first of two parts. */
function part(text: string): {index: number; of: number} {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (of === undefined) throw new InvalidArgumentError('Expected PART/PARTS.')
  return {index: Number(index) - 1, of: Number(of)}
}
