import type {FootnoteDefinition, Nodes} from 'mdast'
import {type Element, isElement, textOf} from '../tree.ts'
import type {DefinitionDescription, DefinitionList, DefinitionTerm} from './nodes.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {nothing} from './spec.ts'
import {addClasses, anchor, type State} from './state.ts'

/**
 * A definition with the label docutils gave it. Those that nobody refers to would not be shown, so
 * they become a directive that is.
 */
const footnote: Handler = (element, state) => {
  const [id] = element.attributes.ids ?? []
  const label = state.labelOf(id ?? '')
  const children = state.flow(element.children) as FootnoteDefinition['children']
  if (id !== undefined && isLinked(element, state)) children.unshift(anchor(id) as never)
  if (!element.attributes.backrefs?.length) return unreferenced(element, state, label, children)
  return state.place(element, {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children,
  })
}

function unreferenced(
  element: Element,
  state: State,
  label: string,
  children: FootnoteDefinition['children'],
): Nodes {
  const node: Nodes = {
    type: 'containerDirective',
    name: 'footnote',
    attributes: {label},
    children,
    data: {hName: 'aside', hProperties: {className: ['footnote'], dataLabel: label}},
  }
  return state.from(element, node)
}

/** Whether an ordinary reference leads to the footnote: its id on the page is another one. */
function isLinked({attributes}: Element, state: State): boolean {
  const names = attributes.names ?? []
  const references = names.flatMap((name) => state.document.refNames.get(name) ?? [])
  return references.some((reference) => isElement(reference, 'reference'))
}

const footnoteReference: Handler = (element, state) => {
  const {refid} = element.attributes
  if (refid === undefined) return state.all(element.children)
  const label = state.labelOf(refid)
  return state.place(element, {
    type: 'footnoteReference',
    identifier: label.toLowerCase(),
    label,
  })
}

/** Citations are read by their labels and stand where they are written. */
const citation: Handler = (element, state) => {
  const [label, ...content] = element.children as Element[]
  const term: DefinitionTerm = {
    type: 'definitionTerm',
    children: [{type: 'text', value: `[${textOf(label!)}]`}],
    data: {hName: 'dt'},
  }
  const description: DefinitionDescription = {
    type: 'definitionDescription',
    children: state.flow(content) as DefinitionDescription['children'],
    data: {hName: 'dd'},
  }
  const list: DefinitionList = {
    type: 'definitionList',
    children: [term, description],
    data: {hName: 'dl'},
  }
  addClasses(list, ['citation'])
  return state.from(element, list)
}

const citationReference: Handler = (element, state) => {
  const {refid} = element.attributes
  if (refid === undefined) return state.all(element.children)
  const value = `[${textOf(element)}]`
  const url = `#${state.idFor(refid)}`
  return state.place(element, {type: 'link', url, title: null, children: [{type: 'text', value}]})
}

export const footnoteSpecs: readonly NodeSpec[] = [
  {
    type: 'footnote',
    becomes: '`footnoteDefinition`, or a directive `footnote` if nothing refers to it',
    handle: footnote,
  },
  {type: 'citation', becomes: '`definitionList` of its label and its content', handle: citation},
  {type: 'label', becomes: 'the label of the definition', handle: nothing},
  {type: 'footnote_reference', becomes: '`footnoteReference`', handle: footnoteReference},
  {
    type: 'citation_reference',
    becomes: '`link` with the label in brackets',
    handle: citationReference,
  },
]
