import type {Message} from '@handrail/rst'
import type {Root} from 'mdast'
import type {Parser, Processor} from 'unified'
import {VFile} from 'vfile'
import {toVFileMessage} from './message.ts'
import type {RstOptions} from './options.ts'
import {type MarkdownParser, isRstFile} from './page.ts'
import {PageStore} from './page-store.ts'
import {relativeTo} from './relative-to.ts'

export interface RemarkRstOptions extends RstOptions {
  /** Messages and includes name files relative to this folder; the file's `cwd` by default. */
  root?: string
}

/**
 * A unified plugin. Files whose name ends in `.rst` are parsed as reStructuredText; in all others
 * includes and tokens are resolved. It goes right after the parser of Markdown (`remark-parse`),
 * before plugins that look at headings or links. Messages are left on the file.
 */
export function remarkRst(this: Processor, options: RemarkRstOptions = {}) {
  const markdown = this.parser as Parser<Root> | undefined
  const parseMarkdown: MarkdownParser = (text, path) =>
    markdown?.(text, new VFile({path, value: text})) ?? {type: 'root', children: []}
  const store = new PageStore({...options, parserFor: () => parseMarkdown})

  this.parser = (text, file) => {
    if (markdown && !isRst(file)) return markdown(text, file)
    store.refresh()
    const {tree, messages} = store.readText(nameOf(file), text)
    attach(file, messages)
    return tree
  }

  return (tree: Root, file: VFile): void => {
    if (!markdown || isRst(file)) return
    store.refresh()
    attach(file, store.resolveMarkdown(tree, String(file), nameOf(file)))
  }

  function nameOf(file: VFile): string {
    return relativeTo(options.root ?? file.cwd, file.path ?? '')
  }

  function isRst(file: VFile): boolean {
    return isRstFile(file.path ?? '', options.suffixes)
  }
}

function attach(file: VFile, messages: readonly Message[]): void {
  file.messages.push(...messages.map(toVFileMessage))
}
