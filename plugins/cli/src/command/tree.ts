import {Command, InvalidArgumentError} from 'commander'
import {choiceOption} from '../choice-option.ts'
import {expectShortRun} from '../short-run.ts'
import type {TreeFormat} from '../tree/tree-answer.ts'

interface TreeOptions {
  format: TreeFormat
  includeBase: 'document' | 'file'
  prolog: string[]
  epilog: string[]
  defaultRole?: string
  root: string
  set: Record<string, unknown>
  batch?: true
}

const batchHelp = `
With --batch, standard input has one JSON request a line and standard output one JSON answer:
  request  {"id", "path"} or {"id", "path", "text"}, with "settings" and "transforms" if wanted
  answer   {"id", "doctree"} or {"id", "mdast"}, or {"id", "error"}
A doctree is parser output: transforms run only if a request names them.
For mdast, a conf.py in a folder above the page is read, never run: its prolog, epilog and default
role hold unless an option names others, and its extlinks, endings and excluded pages.
`

/** `handrail tree`: what the parser makes of a file. */
export function treeCommand(): Command {
  return new Command('tree')
    .description('Print the document tree or the mdast of a file in reStructuredText.')
    .argument('[file]', 'below the root; not with --batch')
    .addOption(
      choiceOption('--format <format>', 'docutils pseudo-XML, or resolved mdast as JSON', [
        'doctree',
        'mdast',
      ]),
    )
    .addOption(
      choiceOption('--include-base <base>', 'what a relative include path starts from', [
        'file',
        'document',
      ]),
    )
    .option('--prolog <file>', 'substitution file read first; may be repeated', collect, [])
    .option('--epilog <file>', 'file that ends every document; may be repeated', collect, [])
    .option('--default-role <name>', 'role of interpreted text that names none')
    .option('--root <folder>', 'nothing outside of it is read', '.')
    .option('--set <KEY=JSON>', 'a docutils setting; may be repeated', collectSettings, {})
    .option('--batch', 'answer requests from standard input')
    .addHelpText('after', batchHelp)
    .action(async (file: string | undefined, options: TreeOptions, command: Command) => {
      expectShortRun()
      const {treeReader} = await import('../tree/tree-answer.ts')
      const reader = treeReader(options)
      if (options.batch) {
        const {answerRequests} = await import('../tree/answer-requests.ts')
        await answerRequests(process.stdin, process.stdout, options.format, reader)
      } else if (file === undefined) command.error('error: name a file, or use --batch')
      else {
        const {printTree} = await import('../tree/print-tree.ts')
        printTree(file, reader)
      }
    })
}

function collect(value: string, all: readonly string[]): string[] {
  return [...all, value]
}

function collectSettings(
  text: string,
  all: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const at = text.indexOf('=')
  try {
    if (at > 0) return {...all, [text.slice(0, at)]: JSON.parse(text.slice(at + 1))}
  } catch {
    // Said below.
  }
  throw new InvalidArgumentError('Expected KEY=JSON, for example report_level=2.')
}
