import type {BlockContent, DefinitionContent, Nodes, Root} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {element, importDefault} from './jsx.ts'

type Block = BlockContent | DefinitionContent

/** Turns `tabs` with `tab`s in them into the theme's components. */
export function adaptTabs(tree: Root): void {
  let found = false
  visit(tree, 'containerDirective', (directive, index, parent) => {
    if (!isTabs(directive) || !parent || index === undefined) return
    found = true
    parent.children[index] = element('RstTabs', {}, directive.children.map(tabItem))
  })
  if (!found) return
  importDefault(tree, 'RstTabs', '@theme/Tabs')
  importDefault(tree, 'RstTabItem', '@theme/TabItem')
}

function isTabs({name, children}: ContainerDirective): boolean {
  return name === 'tabs' && children.length > 0 && children.every(isTab)
}

function isTab(node: Nodes): boolean {
  return node.type === 'containerDirective' && node.name === 'tab'
}

function tabItem(tab: Block, index: number): Block {
  const [label, ...content] = (tab as ContainerDirective).children
  const text = label ? toString(label) : ''
  return element('RstTabItem', {value: `${index}-${text}`, label: text}, content)
}
