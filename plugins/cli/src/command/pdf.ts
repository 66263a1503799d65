import {Command} from 'commander'
import type * as printer from 'docusaurus-plugin-handbook/build-handbook'
import type {HandbookRequest, HandbookResult} from 'docusaurus-plugin-handbook/build-handbook'
import {choiceOption} from '../choice-option.ts'
import {CommandFailure} from '../command-failure.ts'
import {expectShortRun} from '../short-run.ts'

interface PdfOptions extends Pick<HandbookRequest, 'paper' | 'standard' | 'theme' | 'out'> {
  runbooksOnly?: true
  twoSided?: true
  watch?: true
  site: string
}

/** `handrail pdf`: the handbook of a site. */
export function pdfCommand(): Command {
  return new Command('pdf')
    .description('Print the pages and runbooks of a site as a PDF handbook.')
    .argument('[pages...]', 'files or folders of the docs, or the name of a sidebar (default: all)')
    .addOption(choiceOption('--paper <paper>', 'size of a page', ['a4', 'letter', 'a5']))
    .option('--runbooks-only', 'leave the guide out')
    .option('--two-sided', 'mirror the margins, chapters start on the right')
    .addOption(
      choiceOption('--standard <standard>', 'what the file claims to be: PDF/UA-1 or PDF/A-2a', [
        'ua-1',
        'a-2a',
      ]),
    )
    .option('--theme <theme>', 'the look: handbook, plain or a .typ file', 'handbook')
    .option('--out <file>', 'the file to write', 'handbook.pdf')
    .option('--watch', 'print again whenever a file changes, until interrupted')
    .option('--site <folder>', 'the site', '.')
    .action(print)
}

async function print(names: string[], {site, watch, ...options}: PdfOptions): Promise<void> {
  if (!watch) expectShortRun()
  const {buildHandbook, RequestError, watchHandbook} =
    await import('docusaurus-plugin-handbook/build-handbook')
  const {formatMessage} = await import('remark-rst')
  const request: HandbookRequest = {
    siteDir: site,
    ...(isSidebar(names) ? {sidebar: names[0]!} : names.length > 0 && {pages: names}),
    ...options,
    onProgress: (step) => say(step),
    onMessage: (message) => say(formatMessage(message)),
  }
  try {
    if (watch) await watchSite(request, watchHandbook)
    else report(await buildHandbook(request), request.out)
  } catch (error) {
    throw error instanceof RequestError ? new CommandFailure(error.message) : error
  }
}

/** A name alone, without a folder or an ending, is that of a sidebar. */
function isSidebar([name = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && /^\w+$/.test(name)
}

/** Prints until somebody interrupts the command. */
async function watchSite(
  request: HandbookRequest,
  watchHandbook: typeof printer.watchHandbook,
): Promise<void> {
  const stop = await watchHandbook(request, {
    onPrint: (result) => {
      report(result, request.out)
      say('Waiting for changes')
    },
    onFailure: (error) => say(`handrail: ${error instanceof Error ? error.message : error}`),
  })
  process.once('SIGINT', () => void stop())
}

function report({missing}: HandbookResult, out: string): void {
  if (missing !== undefined) throw new CommandFailure(missing)
  process.stdout.write(`${out}\n`)
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
