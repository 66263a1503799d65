import {
  type DocumentState,
  type Load,
  PageIndex,
  type PageFacts,
  directives,
  linkPage,
  parse,
  preparePage,
  readCommonText,
  roles,
  sphinxDirectives,
  sphinxRoles,
  toMdast,
} from '@handrail/rst'
import {
  type FullRequest,
  type TreeAnswer,
  type TreeReaderOptions,
  commonFiles,
} from './tree-answer.ts'

const allDirectives = [...directives, ...sphinxDirectives]
const allRoles = [...roles, ...sphinxRoles]

interface Prepared {
  document: DocumentState
  facts: PageFacts
}

/**
 * Reads resolved pages as mdast. A page that another one refers to is read when its title or labels
 * are asked for, so a single page costs little more than itself.
 */
export function mdastReader(options: TreeReaderOptions, load: Load) {
  const {includeBase} = options
  const extensions = {load, includeBase, directives: allDirectives, roles: allRoles}
  const {prolog, epilog} = readCommonText(commonFiles(options, load), extensions)

  const prepare = (path: string, text: string, settings: FullRequest['settings']): Prepared => {
    const document = parse(text, {...extensions, path, settings, prolog, epilog})
    return {document, facts: preparePage(document)}
  }
  const index = new PageIndex({
    suffixes: ['.rst', '.txt'],
    read: (path) => {
      const file = load({path, written: path, from: path, document: path})
      return 'refusal' in file ? undefined : prepare(path, file.text, {}).facts
    },
  })

  return ({path, text, settings}: FullRequest): TreeAnswer => {
    const {document, facts} = prepare(path, text, settings)
    index.set(path, facts)
    linkPage(document, index)
    return {tree: toMdast(document), messages: document.messages}
  }
}
