import {type ThemeTab, themeTabs, withFramedTabs} from '@handrail/markdown/theme-tabs'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {element, importDefault} from './jsx.ts'

/** Turns `tabs` with `tab`s in them into the theme's components. */
export function adaptTabs(tree: Root): void {
  tree.children = withFramedTabs(tree).children
  let found = false
  visit(tree, 'containerDirective', (directive, index, parent) => {
    const tabs = themeTabs(directive)
    if (!tabs || !parent || index === undefined) return
    found = true
    const {groupId} = tabs
    const items = tabs.tabs.map(tabItem)
    parent.children[index] = element('RstTabs', groupId ? {groupId} : {}, items)
  })
  if (!found) return
  importDefault(tree, 'RstTabs', '@theme/Tabs')
  importDefault(tree, 'RstTabItem', '@theme/TabItem')
}

function tabItem({value, label, isDefault, content}: ThemeTab) {
  const attributes = {value, label, ...(isDefault && {default: 'true'})}
  return element('RstTabItem', attributes, content)
}
