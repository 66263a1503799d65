import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {userInfo} from 'node:os'
import {dirname, join} from 'node:path'
import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'

/** `handrail new runbook`: a small complete runbook to begin with. */
export function newCommand(): Command {
  const runbook = new Command('runbook')
    .description('Write a small complete runbook that lints clean.')
    .argument('<name>', 'base name of its file: disk-full')
    .option('--site <folder>', 'the site', '.')
    .action(write)
  return new Command('new').description('Begin something new.').addCommand(runbook)
}

async function write(name: string, {site}: {site: string}): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new CommandFailure(`\`${name}\` is no name: use small letters, digits and hyphens`)
  }
  const {vocabulary} = await import('@handrail/cluster/vocabulary')
  const {newRunbook} = await import('@handrail/runbook')
  const {siteSettings} = await import('remark-rst/site')
  const file = join(site, siteSettings(site).docs, 'runbooks', `${name}.md`)
  if (existsSync(file)) throw new CommandFailure(`${file} is there already`)
  const date = new Date().toISOString().slice(0, 10)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, newRunbook({name, date, owner: userInfo().username, vocabulary}))
  process.stdout.write(`${file}\n`)
}
