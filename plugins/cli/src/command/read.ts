import {text} from 'node:stream/consumers'
import {Command} from 'commander'
import {collectPairs} from '../pairs.ts'

interface ReadOptions {
  host?: string
  name: Record<string, string>
  site: string
  json?: true
}

/** `handrail read`: what pasted or piped output says. */
export function readCommand(): Command {
  return new Command('read')
    .description('Say in plain words what status output on standard input shows.')
    .option('--host <be1>', 'which host all of it is from')
    .option('--name <be1=name>', 'real name of a host; once for each', collectPairs, {})
    .option('--site <folder>', 'the site whose runbooks may fit', '.')
    .option('--json', 'print the reading as data')
    .addHelpText('after', '\nFor example: ssh be1 cat /proc/drbd | handrail read --host be1')
    .action(read)
}

async function read({host, name, site, json}: ReadOptions): Promise<void> {
  const {reader} = await import('@handrail/cluster/read')
  const {readingText} = await import('../read/reading-text.ts')
  const {siteRunbooks} = await import('../site-runbooks.ts')
  const reading = reader.read(await text(process.stdin), {names: name, ...(host && {host})})
  if (json) process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`)
  else process.stdout.write(readingText(reading, siteRunbooks(site).runbooks))
}
