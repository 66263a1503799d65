import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'

/** `handrail ready`: reads runbooks now, so that none has to be read in an incident. */
export function readyCommand(): Command {
  return new Command('ready')
    .description('Read all runbooks of a site now, so that `handrail run` shows them at once.')
    .option('--lang <language>', 'their translations, where the site has them')
    .option('--site <folder>', 'the site', '.')
    .action(prepare)
}

async function prepare({site, lang: language}: {site: string; lang?: string}): Promise<void> {
  const {runbookNames} = await import('../library/read-runbook-page.ts')
  const {runbookLibrary} = await import('../library/runbook-library.ts')
  const {cacheShelf} = await import('../library/shelf.ts')
  const find = runbookLibrary({site, language, shelf: cacheShelf()})
  let count = 0
  for (const name of runbookNames(site)) if (await find(name)) count++
  if (count === 0) throw new CommandFailure(`no runbooks in ${site}`)
  process.stdout.write(`${count} runbooks are ready.\n`)
}
