import {join} from 'node:path'
import {
  type CommonText,
  type DocumentState,
  type Load,
  PageIndex,
  type PageFacts,
  directives,
  linkPage,
  parse,
  preparePage,
  readCommonText,
  readTitle,
  roles,
  sphinxDirectives,
  sphinxRoles,
  sphinxSettings,
  toMdast,
} from '@handrail/rst'
import {pagesIn, sourceFolder} from './source-pages.ts'
import {sphinxSubstitutions} from './sphinx-substitutions.ts'
import {
  type FullRequest,
  type TreeAnswer,
  type TreeReaderOptions,
  commonFiles,
} from './tree-answer.ts'

const suffixes = ['.rst', '.txt']
const allDirectives = [...directives, ...sphinxDirectives]
const allRoles = [...roles, ...sphinxRoles]

interface Prepared {
  document: DocumentState
  facts: PageFacts
}

/**
 * Reads resolved pages as mdast. A page that another one refers to is read when its title is asked
 * for, all pages when a label is: a single page without labels costs little more than itself.
 */
export function mdastReader(options: TreeReaderOptions, load: Load) {
  const {includeBase} = options
  const extensions = {load, includeBase, directives: allDirectives, roles: allRoles}
  const files = commonFiles(options, load)
  /** What the pages of a folder with a `conf.py` have in common. */
  const commons = new Map<string, CommonText>()
  const commonOf = (path: string): CommonText => {
    const source = sourceFolder(options.root, path)
    let common = commons.get(source)
    if (!common) {
      const substitutions = sphinxSubstitutions(join(options.root, source))
      common = readCommonText({...files, substitutions}, extensions)
      commons.set(source, common)
    }
    return common
  }

  const prepare = (path: string, text: string, settings: FullRequest['settings']): Prepared => {
    const {prolog, epilog} = commonOf(path)
    const document = parse(text, {
      ...extensions,
      path,
      settings: {...sphinxSettings, ...settings},
      prolog,
      epilog,
    })
    return {document, facts: preparePage(document)}
  }
  const textOf = (path: string): string | undefined => {
    const file = load({path, written: path, from: path, document: path})
    return 'refusal' in file ? undefined : file.text
  }
  const read = (path: string): PageFacts | undefined => {
    const text = textOf(path)
    return text === undefined ? undefined : prepare(path, text, {}).facts
  }
  /** The folder of the page that is being read, and those of which all pages are known. */
  let folder = ''
  const known = new Set<string>()
  const index: PageIndex = new PageIndex({
    suffixes,
    read,
    readTitle: (path) => {
      const text = textOf(path)
      return text === undefined
        ? undefined
        : readTitle(text, {...extensions, path, prolog: commonOf(path).prolog})
    },
    readAll: () => {
      if (known.has(folder)) return
      known.add(folder)
      const unread = pagesIn(options.root, folder, suffixes).filter((path) => !index.has(path))
      for (const path of unread) index.set(path, read(path))
    },
  })

  return ({path, text, settings}: FullRequest): TreeAnswer => {
    const {document, facts} = prepare(path, text, settings)
    folder = sourceFolder(options.root, path)
    index.set(path, facts)
    linkPage(document, index)
    return {tree: toMdast(document), messages: document.messages}
  }
}
