import {Command} from 'commander'
import {CommandFailure} from '../command-failure.ts'

/** `handrail check`: every message about a tree, without building it. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Print every message about the pages and runbooks of a site.')
    .argument('[folder]', 'the site: the folder with docs/ and includes/', '.')
    .addHelpText('after', '\nEnds with 1 if there is an error, with 0 if there are only warnings.')
    .action(async (folder: string) => {
      const {checkSite} = await import('../check-site.ts')
      const {formatMessage} = await import('remark-rst')
      const {pages, messages} = checkSite(folder)
      for (const message of messages) process.stdout.write(`${formatMessage(message)}\n`)
      const errors = messages.filter(({fatal}) => fatal === true).length
      const warnings = messages.filter(({fatal}) => fatal === false).length
      const counts = `${pages} pages, ${errors} errors, ${warnings} warnings`
      if (errors) throw new CommandFailure(counts, 1)
      process.stdout.write(`${counts}\n`)
    })
}
