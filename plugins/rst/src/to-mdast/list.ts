import type {DefinitionContent, List, ListItem, Nodes} from 'mdast'
import {type Element, isElement, type Node, textOf} from '../tree.ts'
import type {DefinitionDescription, DefinitionList, DefinitionTerm} from './nodes.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {addClasses, propertiesOf, type State} from './state.ts'

const bulletList: Handler = (element, state) =>
  state.from(element, listOf(element, state, {ordered: false}))

/** HTML's `type` attribute for docutils' kinds of numbers. */
const numberTypes: Readonly<Record<string, string>> = {
  loweralpha: 'a',
  upperalpha: 'A',
  lowerroman: 'i',
  upperroman: 'I',
}

const enumeratedList: Handler = (element, state) => {
  const {enumtype, start} = element.attributes
  const list = listOf(element, state, {ordered: true, start: Number(start ?? 1)})
  const type = numberTypes[String(enumtype)]
  if (type !== undefined) propertiesOf(list)['type'] = type
  return state.from(element, list)
}

function listOf(element: Element, state: State, kind: {ordered: boolean; start?: number}): List {
  const items = element.children.filter((child) => isElement(child, 'list_item')) as Element[]
  const spread = !items.every(isSimple)
  const children = items.map((item) => itemOf(item, state, spread))
  return {type: 'list', ...kind, spread, children}
}

function itemOf(item: Element, state: State, spread: boolean): ListItem {
  const children = state.flow(item.children) as (Nodes & DefinitionContent)[]
  return state.part(item, {type: 'listItem', spread, children})
}

/** Whether an item needs no space around it: one paragraph, and simple lists behind it. */
function isSimple(item: Element): boolean {
  const shown = item.children.filter(isShown) as Element[]
  return shown.every(({type, children}, i) => {
    if (i === 0 && type === 'paragraph') return true
    const isList = type === 'bullet_list' || type === 'enumerated_list'
    return isList && (children as Element[]).every(isSimple)
  })
}

function isShown({type}: Node): boolean {
  return type !== 'comment' && type !== 'target' && type !== 'system_message'
}

/** A `dl` of terms and descriptions. */
function definitions(className?: string): Handler {
  return (element, state) => {
    const children = state.all(element.children) as DefinitionList['children']
    const node: Nodes = {type: 'definitionList', children, data: {hName: 'dl'}}
    if (className !== undefined) addClasses(node, [className])
    return state.from(element, node)
  }
}

/** Terms one after the other, each with its classifiers, then the description. */
const definitionItem: Handler = (element, state) => {
  const nodes: Nodes[] = []
  for (const child of element.children as Element[]) {
    const last = nodes[nodes.length - 1]
    if (child.type === 'classifier' && last?.type === 'definitionTerm') {
      last.children = state.joined([
        ...last.children,
        {type: 'text', value: ' '},
        classifier(child, state),
      ])
    } else nodes.push(...state.all([child]))
  }
  return nodes
}

function classifier(element: Element, state: State): DefinitionTerm['children'][number] {
  const children = state.phrasing(element.children)
  const data = {hName: 'span', hProperties: {className: ['classifier']}}
  return {type: 'inlineRole', role: 'classifier', children, data}
}

const term: Handler = (element, state) => termWith(element, state, state.phrasing(element.children))

function termWith(
  element: Element,
  state: State,
  children: DefinitionTerm['children'],
): DefinitionTerm {
  return state.part(element, {type: 'definitionTerm', children, data: {hName: 'dt'}})
}

const description: Handler = (element, state) => {
  const children = state.flow(element.children)
  const node: DefinitionDescription = {
    type: 'definitionDescription',
    children,
    data: {hName: 'dd'},
  }
  return state.part(element, node)
}

const part: Handler = (element, state) => state.all(element.children)

/** The ways to write an option, as code, with commas between them. */
const optionGroup: Handler = (element, state) => {
  const children = element.children.flatMap((option, i): DefinitionTerm['children'] => {
    const code = {type: 'inlineCode' as const, value: textOf(option)}
    return i === 0 ? [code] : [{type: 'text', value: ', '}, code]
  })
  return termWith(element, state, children)
}

export const listSpecs: readonly NodeSpec[] = [
  {type: 'bullet_list', becomes: '`list`', handle: bulletList},
  {type: 'enumerated_list', becomes: '`list`, ordered', handle: enumeratedList},
  {type: 'list_item', becomes: '`listItem`', handle: (item, state) => itemOf(item, state, true)},
  {type: 'definition_list', becomes: '`definitionList`', handle: definitions()},
  {type: 'definition_list_item', becomes: 'its terms and its description', handle: definitionItem},
  {type: 'term', becomes: '`definitionTerm`', handle: term},
  {
    type: 'classifier',
    becomes: '`inlineRole` `classifier` in the `definitionTerm`',
    handle: classifier,
  },
  {type: 'definition', becomes: '`definitionDescription`', handle: description},
  {
    type: 'field_list',
    becomes:
      '`definitionList` with class `field-list`; at the top of a page the root’s `data.docinfo`',
    handle: definitions('field-list'),
  },
  {type: 'field', becomes: 'its name and its body', handle: part},
  {type: 'field_name', becomes: '`definitionTerm`', handle: term},
  {type: 'field_body', becomes: '`definitionDescription`', handle: description},
  {
    type: 'option_list',
    becomes: '`definitionList` with class `option-list`',
    handle: definitions('option-list'),
  },
  {type: 'option_list_item', becomes: 'its options and their description', handle: part},
  {type: 'option_group', becomes: '`definitionTerm`', handle: optionGroup},
  {type: 'option', becomes: '`inlineCode` in the `definitionTerm`', handle: part},
  {type: 'option_string', becomes: 'part of the `inlineCode`', handle: part},
  {type: 'option_argument', becomes: 'part of the `inlineCode`', handle: part},
  {type: 'description', becomes: '`definitionDescription`', handle: description},
]
