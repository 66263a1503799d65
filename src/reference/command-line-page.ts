import {program} from '@handrail/cli'
import {pageOf} from './page-of.ts'

/** What `handrail --help` says, of the command and of each of its parts. */
export function commandLinePage(): string {
  const command = program().configureHelp({helpWidth: 78})
  const parts = command.commands.map((part) => {
    const help = part.configureHelp({helpWidth: 78}).helpInformation()
    return `## handrail ${part.name()}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``
  })
  return pageOf('Command line', 'Every command and option of `handrail`.', [
    `\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\``,
    ...parts,
  ])
}
