import type {Message} from '@handrail/rst'
import type {Root} from 'mdast'
import type {Parser, Processor} from 'unified'
import {VFile} from 'vfile'
import {Prolog} from './definitions.ts'
import {resolveMarkdown} from './markdown/resolve-markdown.ts'
import {toVFileMessage} from './message.ts'
import type {RstOptions} from './options.ts'
import {relativeTo} from './path.ts'
import {readRst} from './read-rst.ts'

export interface RemarkRstOptions extends RstOptions {
  /** Messages and includes name files relative to this folder; the file's `cwd` by default. */
  root?: string
}

const rstFile = /\.(rst|rest)$/i

/**
 * A unified plugin. Files whose name ends in `.rst` are parsed as reStructuredText; in all others
 * includes and tokens are resolved. It goes right after the parser of Markdown (`remark-parse`),
 * before plugins that look at headings or links. Messages are left on the file.
 */
export function remarkRst(this: Processor, options: RemarkRstOptions = {}) {
  const parseMarkdown = this.parser as Parser<Root> | undefined
  const prolog = new Prolog(options)

  this.parser = (text, file) =>
    isRst(file) || !parseMarkdown ? parseRstFile(text, file) : parseMarkdown(text, file)

  return (tree: Root, file: VFile): void => {
    if (!isRst(file) && parseMarkdown) resolveMarkdownFile(tree, file, parseMarkdown)
  }

  function parseRstFile(text: string, file: VFile): Root {
    const definitions = prolog.definitions(options.load)
    const {tree, document} = readRst(text, nameOf(file), options, definitions.document)
    attach(file, document.messages)
    return tree
  }

  function resolveMarkdownFile(tree: Root, file: VFile, parse: Parser<Root>): void {
    const path = nameOf(file)
    const messages: Message[] = []
    resolveMarkdown(
      {path, text: String(file), tree, includedFrom: []},
      {
        document: path,
        options,
        parseMarkdown: (text, name) => parse(text, new VFile({path: name, value: text})),
        definitions: prolog.definitions(options.load),
        messages,
      },
    )
    attach(file, messages)
  }

  function nameOf(file: VFile): string {
    return relativeTo(options.root ?? file.cwd, file.path ?? '')
  }
}

function isRst(file: VFile): boolean {
  return rstFile.test(file.path ?? '')
}

function attach(file: VFile, messages: readonly Message[]): void {
  file.messages.push(...messages.map(toVFileMessage))
}
