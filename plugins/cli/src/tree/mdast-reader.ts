import {
  type DocumentState,
  type Load,
  PageIndex,
  type PageFacts,
  linkPage,
  parse,
  preparePage,
  readTitle,
  toMdast,
} from '@handrail/rst'
import {sourceFolder} from './source-pages.ts'
import {type SourceTree, sourceTree, suffixes} from './source-tree.ts'
import type {FullRequest, TreeAnswer, TreeReaderOptions} from './tree-answer.ts'

interface Prepared {
  document: DocumentState
  facts: PageFacts
}

/**
 * Reads resolved pages as mdast. A page that another one refers to is read when its title is asked
 * for, all pages when a label is: a single page without labels costs little more than itself.
 */
export function mdastReader(options: TreeReaderOptions, load: Load) {
  const trees = new Map<string, SourceTree>()
  const treeOf = (path: string): SourceTree => {
    const folder = sourceFolder(options.root, path)
    let tree = trees.get(folder)
    if (!tree) trees.set(folder, (tree = sourceTree(folder, options, load)))
    return tree
  }

  const prepare = (path: string, text: string, given?: FullRequest['settings']): Prepared => {
    const {parsing} = treeOf(path)
    const settings = {...parsing.settings, ...given}
    const document = parse(text, {...parsing, path, settings})
    return {document, facts: preparePage(document)}
  }
  const textOf = (path: string): string | undefined => {
    const file = load({path, written: path, from: path, document: path})
    return 'refusal' in file ? undefined : file.text
  }
  const read = (path: string): PageFacts | undefined => {
    const text = textOf(path)
    return text === undefined ? undefined : prepare(path, text).facts
  }
  /** The tree of the page that is being read, and those of which all pages are known. */
  let current: SourceTree | undefined
  const known = new Set<SourceTree>()
  const index: PageIndex = new PageIndex({
    suffixes,
    read,
    readTitle: (path) => {
      const text = textOf(path)
      return text === undefined ? undefined : readTitle(text, {...treeOf(path).parsing, path})
    },
    readAll: () => {
      if (!current || known.has(current)) return
      known.add(current)
      const unread = current.pages().filter((path) => !index.has(path))
      for (const path of unread) index.set(path, read(path))
    },
  })

  return ({path, text, settings}: FullRequest): TreeAnswer => {
    const {document, facts} = prepare(path, text, settings)
    current = treeOf(path)
    index.set(path, facts)
    linkPage(document, index)
    return {tree: toMdast(document), messages: document.messages}
  }
}
