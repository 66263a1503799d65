import {Command, Option} from 'commander'
import {CommandFailure} from '../command-failure.ts'

interface PdfOptions {
  paper: 'a4' | 'letter' | 'a5'
  runbooksOnly?: true
  twoSided?: true
  out: string
  site: string
}

/** `handrail pdf`: the handbook of a site. */
export function pdfCommand(): Command {
  return new Command('pdf')
    .description('Print the pages and runbooks of a site as a PDF handbook.')
    .argument('[pages...]', 'files below the docs folder (default: all, in the sidebar’s order)')
    .addOption(
      new Option('--paper <paper>', 'size of a page').choices(['a4', 'letter', 'a5']).default('a4'),
    )
    .option('--runbooks-only', 'leave the guide out')
    .option('--two-sided', 'mirror the margins')
    .option('--out <file>', 'the file to write', 'handbook.pdf')
    .option('--site <folder>', 'the site', '.')
    .action(print)
}

async function print(pages: string[], {site, ...options}: PdfOptions): Promise<void> {
  const {buildHandbook} = await import('docusaurus-plugin-handbook/build-handbook')
  const {formatMessage} = await import('remark-rst')
  const {messages, missing} = await buildHandbook({
    siteDir: site,
    ...(pages.length && {pages}),
    ...options,
    onProgress: (step) => void process.stderr.write(`${step}\n`),
  })
  for (const message of messages) process.stderr.write(`${formatMessage(message)}\n`)
  if (missing !== undefined) throw new CommandFailure(missing)
  process.stdout.write(`${options.out}\n`)
}
