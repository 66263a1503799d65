import {Command} from 'commander'

const help = `
In the editor: the messages of \`handrail check\` as you write, the way to the file a line includes and
to the definition of a |token|, completion of both. Any client of the language server protocol will do.
`

/** `handrail language-server`: what an editor starts. */
export function languageServerCommand(): Command {
  return new Command('language-server')
    .description('Serve an editor by the language server protocol, over standard input and output.')
    .argument('[folder]', 'the site, from the folder that is open in the editor', '.')
    .option('--stdio', 'as it is anyway; editors like to say it')
    .addHelpText('after', help)
    .action(serveEditor)
}

async function serveEditor(folder: string): Promise<void> {
  const {serve} = await import('@handrail/language-server')
  const {siteCheck} = await import('../check/site-check.ts')
  serve(process.stdin, process.stdout, {
    folder,
    open: (siteDir, unsaved) => siteCheck(siteDir, {unsaved}),
  })
}
