import type {Heading, Nodes} from 'mdast'
import {type Element, isElement, textOf} from '../tree.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {nothing} from './spec.ts'
import {addClasses, anchor, propertiesOf, type State} from './state.ts'

/** A heading, then the section's content: mdast has no sections. */
const section: Handler = (element, state) => {
  const [title, ...content] = element.children
  if (!isElement(title, 'title')) return state.flow(element.children)
  const heading = headingOf(title, element, state)
  state.depth++
  const nodes: Nodes[] = [heading, ...state.flow(content)]
  state.depth--
  return nodes
}

/** The heading takes the section's id; links to other ids of it find anchors in the heading. */
function headingOf(title: Element, section: Element, state: State): Heading {
  const [id, ...others] = section.attributes.ids ?? []
  const heading: Heading = {
    type: 'heading',
    depth: Math.min(state.depth, 6) as Heading['depth'],
    children: state.phrasing(title.children),
  }
  state.place(title, heading)
  for (const other of others) heading.children.unshift(anchor(other) as Heading['children'][number])
  if (id !== undefined) {
    propertiesOf(heading)['id'] = id
    heading.data!.id = id
  }
  const classes = section.attributes.classes
  if (classes?.length) addClasses(heading, classes)
  const number = title.children.find((child) => isElement(child, 'generated'))
  if (number) (heading.data ??= {}).number = textOf(number).trim()
  return heading
}

/** The title of the document itself: sections then start below it. */
const title: Handler = (element, state) => {
  const heading = headingOf(element, state.document.tree, state)
  state.depth++
  return heading
}

const subtitle: Handler = (element, state) => {
  const paragraph = {type: 'paragraph' as const, children: state.phrasing(element.children)}
  addClasses(paragraph, ['subtitle'])
  return state.from(element, paragraph)
}

/** A page's own `meta` fields, as data of the root. */
export function metaOf(tree: Element): Record<string, string>[] {
  const fields = tree.children.filter((child) => isElement(child, 'meta')) as Element[]
  return fields.map(({attributes}) => {
    const entries = Object.entries(attributes).filter(([, value]) => value !== undefined)
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
  })
}

export const sectionSpecs: readonly NodeSpec[] = [
  {type: 'section', becomes: '`heading`, then its content', handle: section},
  {type: 'title', becomes: '`heading` of depth 1 (of a document)', handle: title},
  {type: 'subtitle', becomes: '`paragraph` with class `subtitle`', handle: subtitle},
  {type: 'generated', becomes: 'a heading’s `data.number`', handle: nothing},
  {type: 'meta', becomes: 'the root’s `data.meta`', handle: nothing},
  {type: 'transition', becomes: '`thematicBreak`', handle: transition},
]

function transition(element: Element, state: State): Nodes {
  return state.from(element, {type: 'thematicBreak'})
}
