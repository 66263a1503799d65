import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'
import type {BrokenRule} from '../init/turn-down-rules.ts'
import {version} from '../version.ts'

interface InitOptions {
  from: string
  to?: string
  title?: string
  url?: string
  baseUrl?: string
  yes?: true
}

/** `handrail init`: a Docusaurus site around the sources of a Sphinx project. */
export function initCommand(): Command {
  return new Command('init')
    .description('Write a Docusaurus site that shows the pages of a Sphinx project as they are.')
    .requiredOption('--from <folder>', 'the folder with conf.py; nothing in it is changed')
    .option('--to <folder>', 'where the site goes (default: `site` beside the sources)')
    .option('--title <text>', 'its title (default: that of conf.py)')
    .option('--url <address>', 'where it will be published')
    .option('--base-url <path>', 'the folder of that address it will be in')
    .option('--yes', 'ask nothing')
    .addHelpText('after', '\nAsks for what no option says, if there is a person to ask.')
    .action(init)
}

async function init({from, to, ...given}: InitOptions): Promise<void> {
  const {sphinxProject} = await import('../init/sphinx-project.ts')
  const {defaultTarget, isFree, siteFiles} = await import('../init/site-files.ts')
  const {siteChoices} = await import('../init/site-choices.ts')
  const {checkout, linkPackages} = await import('../init/checkout.ts')
  const {turnDownRules} = await import('../init/turn-down-rules.ts')
  const project = sphinxProject(from)
  const target = to ?? defaultTarget(from)
  if (!isFree(target)) throw new CommandFailure(`${target} has a site already; name another --to`)
  const choices = await siteChoices(project, given)
  const versions = {docusaurus: '^3.10.2', handrail: `^${version}`}
  const {files, notes} = siteFiles(from, target, project, choices, versions)
  for (const [name, text] of files) {
    const file = join(target, name)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  const source = checkout()
  if (source !== undefined) linkPackages(target, source)
  notes.push(...errorNotes(turnDownRules(target)))
  for (const note of notes) process.stdout.write(`Note: ${note}\n`)
  process.stdout.write(nextSteps(relative('.', target) || '.', files.size, source))
}

function errorNotes(broken: readonly BrokenRule[]): string[] {
  if (!broken.length) return []
  const counts = broken.map(({rule, errors}) => `${errors} ${rule}`).join(', ')
  return [
    `errors in the pages: ${counts}. So that the site builds, these rules are warnings; ` +
      'take them out of `severities` in its package.json once the pages are mended',
  ]
}

function nextSteps(target: string, files: number, source: string | undefined): string {
  const install = source === undefined ? '  npm install\n' : ''
  const linked = source === undefined ? '' : `It uses the packages of ${source}.\n`
  return `
${files} files written to ${target}; the sources stay as they are. ${linked}
  cd ${target}
${install}  npm run check    every mistake in the pages, with its place
  npm start        the site on this machine, as you write
  npm run build    the site as files, in build/
`
}
