import {Command} from 'commander'
import {checkCommand} from './command/check.ts'
import {convertCommand} from './command/convert.ts'
import {graphCommand} from './command/graph.ts'
import {initCommand} from './command/init.ts'
import {languageServerCommand} from './command/language-server.ts'
import {logCommand} from './command/log.ts'
import {newCommand} from './command/new.ts'
import {pdfCommand} from './command/pdf.ts'
import {readCommand} from './command/read.ts'
import {readyCommand} from './command/ready.ts'
import {rehearseCommand} from './command/rehearse.ts'
import {runCommand} from './command/run.ts'
import {treeCommand} from './command/tree.ts'
import {verifyCommand} from './command/verify.ts'
import {version} from './version.ts'

/** The whole command line. Each command loads what it needs when it runs. */
export function program(): Command {
  return new Command('handrail')
    .description('Runbooks and documentation trees: follow, check, print and inspect them.')
    .version(version)
    .showHelpAfterError('(--help shows how it is used)')
    .addCommand(runCommand())
    .addCommand(rehearseCommand())
    .addCommand(readyCommand())
    .addCommand(logCommand())
    .addCommand(readCommand())
    .addCommand(checkCommand())
    .addCommand(languageServerCommand())
    .addCommand(verifyCommand())
    .addCommand(initCommand())
    .addCommand(convertCommand())
    .addCommand(newCommand())
    .addCommand(graphCommand())
    .addCommand(pdfCommand())
    .addCommand(treeCommand())
}
