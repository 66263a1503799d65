import type {Nodes, PhrasingContent} from 'mdast'
import {verbatim} from '../nodes.ts'
import {themeAdmonition, type ThemeAdmonition} from '../theme-admonition.ts'
import {themeTabs, type ThemeTabs} from '../theme-tabs.ts'
import type {Lower, Lowerers, State} from './state.ts'
import {classesOf, inOneLine} from './state.ts'

type Container = Extract<Nodes, {type: 'containerDirective'}>
type Leaf = Extract<Nodes, {type: 'leafDirective'}>

/** Directives whose content alone matters. */
const frames = new Set(['compound', 'legend', 'header', 'hlist', 'hlistcol', 'contents'])
/** Those that are elements of HTML. */
const elements: Readonly<Record<string, string>> = {
  container: 'div',
  footer: 'footer',
  footnote: 'aside',
  sidebar: 'aside',
  topic: 'aside',
}

const containerDirective: Lower<Container> = (node, state) => {
  const admonition = themeAdmonition(node)
  if (admonition) return admonitionOf(node, admonition, state)
  const tabs = themeTabs(node)
  if (tabs) return tabsOf(tabs, state)
  const content = () => state.all(labelled(node))
  if (frames.has(node.name)) return content()
  const name = elements[node.name]
  if (name) return state.element(name, {class: elementClasses(node)}, content())
  state.lose(`the directive \`${node.name}\`, not its content`, node)
  return content()
}

function elementClasses(node: Container): string | undefined {
  return classesOf(node).join(' ') || (node.name === 'container' ? undefined : node.name)
}

function isLabel(node: Nodes | undefined): boolean {
  return node?.type === 'paragraph' && node.data?.directiveLabel === true
}

/** Content with its title, if it has one, as a paragraph in bold. */
function labelled({children: [first, ...rest]}: Container): Nodes[] {
  if (first?.type !== 'paragraph' || !isLabel(first)) return first ? [first, ...rest] : []
  return [{type: 'paragraph', children: [{type: 'strong', children: first.children}]}, ...rest]
}

/** Classes that docutils adds. */
const ofAdmonition = /^admonition(-.*)?$/

function admonitionOf(node: Container, {keyword, title}: ThemeAdmonition, state: State): Nodes[] {
  const {children, name} = node
  const [first, ...rest] = children
  const own = first?.type === 'paragraph' && isLabel(first) ? first.children : undefined
  const words: PhrasingContent[] = own ?? (title ? [{type: 'text', value: title}] : [])
  const label = {
    type: 'paragraph' as const,
    children: state.all(inOneLine(words)) as PhrasingContent[],
    data: {directiveLabel: true},
  }
  const content = state.all(own ? rest : children)
  const others = classesOf(node).filter((one) => one !== name && !ofAdmonition.test(one))
  const attributes = others.length ? {class: others.join(' ')} : {}
  const directive = {type: 'containerDirective' as const, name: keyword, attributes}
  return [{...directive, children: [...(words.length ? [label] : []), ...content] as never[]}]
}

/** The theme's tabs, which MDX alone can have. */
function tabsOf({groupId, tabs}: ThemeTabs, state: State): Nodes[] {
  state.imports.set('Tabs', '@theme/Tabs')
  state.imports.set('TabItem', '@theme/TabItem')
  const items = tabs.flatMap(({value, label, isDefault, content}) => {
    const attributes = {value, label, ...(isDefault && {default: 'true'})}
    return state.element('TabItem', attributes, state.all(content))
  })
  return state.element('Tabs', {groupId}, items)
}

/** Runbooks are written as Handrail reads them in Markdown; others have no content to keep. */
const leafDirective: Lower<Leaf> = (node, state) => {
  const {name, attributes} = node
  if (name !== 'runbook' && name !== 'rehearsal') {
    state.lose(`the directive \`${name}\``, node)
    return []
  }
  const start = attributes?.['start'] ? `\n   :start: ${attributes['start']}` : ''
  return [verbatim(`.. ${name}:: ${attributes?.['name'] ?? ''}`.trimEnd() + start)]
}

export const directiveLowerers: Lowerers = {containerDirective, leafDirective}
