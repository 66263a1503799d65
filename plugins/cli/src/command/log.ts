import {Command} from 'commander'

/** `handrail log`: the log of a session, as it goes into a ticket. */
export function logCommand(): Command {
  return new Command('log')
    .description('Print the log of a session as Markdown, for the ticket.')
    .argument('<log>', 'the file that `handrail run` or the page has saved')
    .action(async (file: string) => {
      const {logToMarkdown} = await import('@handrail/runbook/log')
      const {readLog} = await import('../terminal/read-log.ts')
      const {log, problems} = readLog(file)
      for (const problem of problems) process.stderr.write(`${file}: ${problem}\n`)
      process.stdout.write(logToMarkdown(log))
    })
}
