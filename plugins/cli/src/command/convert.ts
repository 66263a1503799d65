import {copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {Command} from 'commander'
import {choiceOption} from '../choice-option.ts'
import {CommandFailure} from '../command-failure.ts'
import type {ConvertedSite, ConvertOptions} from '../convert/convert-site.ts'

interface Options extends ConvertOptions {
  to: string
  report: 'text' | 'json'
}

const help = `
Pages become \`.md\`; those with tabs or pictures that have a size, and all with \`--includes
partials\`, \`.mdx\`. A Docusaurus site reads both if its \`markdown.format\` is \`detect\`. Formulas
want remark-math. Beside the folder of the pages stands sidebars.json, if the root page lists others.
What a page lost is printed; nothing means nothing.
`

/** `handrail convert`: the pages of a site as Markdown, for those who leave RST. */
export function convertCommand(): Command {
  return new Command('convert')
    .description('Write the pages of a site as Markdown or MDX, and say what each of them lost.')
    .argument('[folder]', 'the site: the folder with package.json', '.')
    .requiredOption('--to <folder>', 'where the pages go: a new or empty folder, such as docs')
    .addOption(
      choiceOption('--format <format>', 'Markdown with MDX where a page needs it, or MDX always', [
        'md',
        'mdx',
      ]),
    )
    .addOption(
      choiceOption('--includes <form>', 'put into each page, or as files that pages import', [
        'expanded',
        'partials',
      ]),
    )
    .addOption(
      choiceOption('--substitutions <form>', 'what they stand for, or `|tokens|` for remark-rst', [
        'resolved',
        'tokens',
      ]),
    )
    .addOption(choiceOption('--report <form>', 'of what was lost', ['text', 'json']))
    .addHelpText('after', help)
    .action(convert)
}

async function convert(folder: string, {to, report, ...options}: Options): Promise<void> {
  const {siteSettings} = await import('remark-rst/site')
  const {convertSite} = await import('../convert/convert-site.ts')
  const {reportLosses} = await import('../convert/report-losses.ts')
  const siteDir = resolve(folder)
  const settings = siteSettings(siteDir)
  if (!existsSync(join(siteDir, settings.docs))) {
    const advice = existsSync(join(siteDir, 'conf.py')) ? '; run `handrail init` first' : ''
    throw new CommandFailure(`no folder ${settings.docs} in ${folder}${advice}`)
  }
  if (existsSync(to) && readdirSync(to).length) throw new CommandFailure(`${to} is not empty`)
  const site = convertSite(siteDir, settings, options)
  writeSite(site, to)
  process.stdout.write(reportLosses(site, report))
  if (report === 'text') process.stdout.write(summary(site, to))
}

function writeSite({files, copies}: ConvertedSite, to: string): void {
  for (const [name, text] of files) writeFileSync(placeFor(join(to, name)), text)
  for (const [name, source] of copies) copyFileSync(source, placeFor(join(to, name)))
}

function placeFor(file: string): string {
  mkdirSync(dirname(file), {recursive: true})
  return file
}

function summary({pages}: ConvertedSite, to: string): string {
  const losing = pages.filter(({losses}) => losses.length).length
  return `${pages.length} pages written to ${to}; ${losing || 'none'} of them lost something\n`
}
