import type {Paragraph, RootContent} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {type Element, isElement} from '../tree.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {contentOnly, nothing} from './spec.ts'
import {addClasses, type State} from './state.ts'

/** A directive with the content of an element; its title, if any, is the label. */
export function container(
  element: Element,
  state: State,
  name: string,
  {hName = 'div', classes = [name]}: {hName?: string; classes?: string[]} = {},
): ContainerDirective {
  const [first] = element.children
  const title = isElement(first, 'title') ? first : undefined
  const children: RootContent[] = state.flow(title ? element.children.slice(1) : element.children)
  if (title) children.unshift(labelOf(title, state))
  const node: ContainerDirective = {
    type: 'containerDirective',
    name,
    attributes: {},
    children: children as ContainerDirective['children'],
    data: {hName},
  }
  if (classes.length > 0) addClasses(node, classes)
  return state.from(element, node)
}

function labelOf(title: Element, state: State): Paragraph {
  const children = state.phrasing(title.children)
  return state.from(title, {type: 'paragraph', children, data: {directiveLabel: true}})
}

function named(name: string, hName?: string): Handler {
  return (element, state) => container(element, state, name, hName === undefined ? {} : {hName})
}

function admonition(name: string): NodeSpec {
  return {
    type: name,
    becomes: `directive \`${name}\``,
    handle: (element, state) =>
      container(element, state, name, {
        classes: ['admonition', ...(name === 'admonition' ? [] : [name])],
      }),
  }
}

/** Tabs and a tab: with the group they change together in, and whether it is shown first. */
const tabs: Handler = (element, state) => {
  const {group, selected} = element.attributes
  const node = container(element, state, element.type)
  if (group !== undefined) node.attributes = {...node.attributes, group: String(group)}
  if (selected !== undefined) node.attributes = {...node.attributes, selected: ''}
  return node
}

/** Tables of contents are topics with a class. */
const topic: Handler = (element, state) => {
  const isContents = element.attributes.classes?.includes('contents')
  if (isContents) return container(element, state, 'contents', {hName: 'nav', classes: []})
  return container(element, state, 'topic', {hName: 'aside'})
}

/** A container of the author's, or the frame of a code block with a caption. */
const containerHandler: Handler = (element, state) => {
  const {classes = []} = element.attributes
  if (!classes.includes('literal-block-wrapper'))
    return container(element, state, 'container', {classes: []})
  const children = state.flow(element.children)
  return state.from(element, {type: 'figure', children, data: {hName: 'figure'}})
}

/** What belongs together; Sphinx puts one around each list of pages, which nobody needs. */
const compound: Handler = (element, state) => {
  const isFrame = element.attributes.classes?.includes('toctree-wrapper')
  return isFrame ? state.all(element.children) : container(element, state, 'compound')
}

const versionModified: Handler = (element, state) => {
  const {type, version} = element.attributes
  const node = container(element, state, String(type), {classes: [String(type)]})
  if (version !== undefined) node.attributes = {version: String(version)}
  return node
}

/** Those who know the directive may make something of it, and of what its options said. */
const unknown: Handler = (element, state) => {
  const node = container(element, state, String(element.attributes.name), {classes: []})
  node.attributes = {...(element.data?.details as Record<string, string> | undefined)}
  return node
}

/** The footer of a document, which docutils keeps at its start. */
export function footerOf(tree: Element, state: State): ContainerDirective[] {
  const decoration = tree.children.find((child) => isElement(child, 'decoration'))
  const parts = ((decoration as Element | undefined)?.children ?? []) as Element[]
  const footers = parts.filter(({type}) => type === 'footer')
  return footers.map((footer) => container(footer, state, 'footer', {hName: 'footer'}))
}

const admonitionNames = [
  ...['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning'],
  ...['admonition', 'seealso'],
]

export const directiveSpecs: readonly NodeSpec[] = [
  ...admonitionNames.map(admonition),
  {type: 'topic', becomes: 'directive `topic` or `contents`', handle: topic},
  {type: 'sidebar', becomes: 'directive `sidebar`', handle: named('sidebar', 'aside')},
  {
    type: 'container',
    becomes: 'directive `container`; `figure`, if it is code with a caption',
    handle: containerHandler,
  },
  {type: 'compound', becomes: 'directive `compound`', handle: compound},
  {type: 'decoration', becomes: 'its header; its footer stands at the end', handle: contentOnly},
  {
    type: 'header',
    becomes: 'directive `header`',
    handle: named('header', 'header'),
  },
  {
    type: 'footer',
    becomes: 'directive `footer` at the end of the root',
    handle: nothing,
  },
  {
    type: 'versionmodified',
    becomes: 'directive `versionadded`, `versionchanged`, `deprecated` or `versionremoved`',
    handle: versionModified,
  },
  {type: 'unknown', becomes: 'a directive of its name', handle: unknown},
  {type: 'tabs', becomes: 'directive `tabs`', handle: tabs},
  {type: 'tab', becomes: 'directive `tab`, the title as its label', handle: tabs},
  {type: 'hlist', becomes: 'directive `hlist`', handle: named('hlist')},
  {type: 'hlistcol', becomes: 'directive `hlistcol` in a `hlist`', handle: named('hlistcol')},
]
