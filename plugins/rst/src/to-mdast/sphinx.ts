import type {Nodes, PhrasingContent} from 'mdast'
import type {TocEntry} from '../resolve/pages/toctree.ts'
import type {Element} from '../tree.ts'
import type {DefinitionList} from './nodes.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {contentOnly, nothing} from './spec.ts'
import {addClasses, type State} from './state.ts'

declare module 'mdast-util-directive' {
  interface LeafDirectiveData {
    /** The entries of a `toctree`. */
    entries?: TocEntry[]
  }
}

/** A list of pages. It holds no text: what it lists is shown by those who know the pages. */
const toctree: Handler = (element, state) => {
  const options = {...element.data?.details}
  for (const used of ['entries', 'glob', 'reversed']) delete options[used]
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && value !== null && value !== false) attributes[name] = String(value)
  }
  const entries = (element.data?.['entries'] as TocEntry[] | undefined) ?? []
  return state.from(element, {
    type: 'leafDirective',
    name: 'toctree',
    attributes,
    children: [],
    data: {hName: 'nav', entries},
  })
}

/** A runbook in the page: those who know runbooks put it in. */
const runbook: Handler = (element, state) => {
  const {name, start} = element.attributes
  const attributes: Record<string, string> = {name: String(name)}
  if (start !== undefined) attributes['start'] = String(start)
  const data = {hName: 'div', hProperties: {dataRunbook: String(name)}}
  return state.from(element, {
    type: 'leafDirective',
    name: 'runbook',
    attributes,
    children: [],
    data,
  })
}

/** A rehearsal in the page: of a runbook, or of whatever the reader chooses. */
const rehearsal: Handler = (element, state) => {
  const {name} = element.attributes
  return state.from(element, {
    type: 'leafDirective',
    name: 'rehearsal',
    attributes: name === undefined ? {} : {name: String(name)},
    children: [],
    data: {hName: 'div'},
  })
}

/** Words for an index, at the place they lead to. */
const index: Handler = (element, state) => {
  const {entries = []} = (element.data?.details ?? {}) as {entries?: string[]}
  return state.from(element, {type: 'indexEntry', terms: entries, data: {hName: 'span'}})
}

const centered: Handler = (element, state) => {
  const node: Nodes = {type: 'paragraph', children: state.phrasing(element.children)}
  addClasses(node, ['centered'])
  return state.from(element, node)
}

/** The description of a function, an option or the like: its signatures and what they mean. */
const description: Handler = (element, state) => {
  const children = state.all(element.children) as DefinitionList['children']
  const node: Nodes = {type: 'definitionList', children, data: {hName: 'dl'}}
  const {domain, objtype} = element.attributes
  addClasses(node, [domain, objtype].filter(Boolean).map(String))
  return state.from(element, node)
}

const signature: Handler = (element, state) => {
  const children: PhrasingContent[] = state.phrasing(element.children)
  const node: Nodes = {type: 'definitionTerm', children, data: {hName: 'dt'}}
  addClasses(node, ['sig'])
  return state.from(element, node)
}

const objectName: Handler = (element, state) =>
  state.from(element, {type: 'strong', children: state.phrasing(element.children)})

const signatureContent: Handler = (element: Element, state: State) =>
  state.from(element, {
    type: 'definitionDescription',
    children: state.flow(element.children),
    data: {hName: 'dd'},
  })

export const sphinxSpecs: readonly NodeSpec[] = [
  {type: 'only', becomes: 'its content, if the expression holds', handle: contentOnly},
  {type: 'toctree', becomes: 'directive `toctree` without content', handle: toctree},
  {type: 'index', becomes: '`indexEntry`', handle: index},
  {type: 'glossary', becomes: 'its definition list', handle: contentOnly},
  {type: 'centered', becomes: '`paragraph` with class `centered`', handle: centered},
  {type: 'desc', becomes: '`definitionList` with domain and type as classes', handle: description},
  {type: 'desc_signature', becomes: '`definitionTerm` with class `sig`', handle: signature},
  {type: 'desc_name', becomes: '`strong`', handle: objectName},
  {type: 'desc_content', becomes: '`definitionDescription`', handle: signatureContent},
  {type: 'runbook', becomes: 'directive `runbook` without content', handle: runbook},
  {type: 'rehearsal', becomes: 'directive `rehearsal` without content', handle: rehearsal},
  {type: 'highlightlang', becomes: 'the language of the code after it', handle: nothing},
]
