import type {BlockContent, DefinitionContent, Nodes} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {toString} from 'mdast-util-to-string'

type Block = BlockContent | DefinitionContent

/** Tabs as Docusaurus' theme has them. */
export interface ThemeTabs {
  /** Tabs with the same one change together, throughout the site. */
  groupId?: string
  tabs: ThemeTab[]
}

export interface ThemeTab {
  /** Tells the tab from its neighbours; in a group it is the same in all of it. */
  value: string
  label: string
  isDefault: boolean
  content: Block[]
}

/**
 * The theme's tabs for a directive `tabs`; nothing for another. Tabs change together as in
 * sphinx-tabs (`group-tab`), sphinx-design (`:sync:`) and sphinx-inline-tabs.
 */
export function themeTabs({name, attributes, children}: ContainerDirective): ThemeTabs | undefined {
  if (name !== 'tabs' || !children.length || !children.every(isTab)) return undefined
  const tabs = children.filter(isTab)
  const isGroup = tabs.some((tab) => tab.attributes?.['group'])
  const groupId = isGroup ? (attributes?.['group'] ?? 'tabs') : undefined
  return {...(groupId && {groupId}), tabs: tabs.map(themeTab)}
}

function themeTab({attributes, children}: ContainerDirective, index: number): ThemeTab {
  const [first, ...rest] = children
  const isLabelled = first?.type === 'paragraph' && first.data?.directiveLabel === true
  const label = isLabelled ? toString(first) : `${index + 1}`
  return {
    value: attributes?.['group'] ?? `${index}-${label}`,
    label,
    isDefault: attributes?.['selected'] !== undefined,
    content: isLabelled ? rest : children,
  }
}

function isTab(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'tab'
}

/**
 * A tree in which tabs that stand side by side without a frame have one, as sphinx-inline-tabs
 * shows them. What has no such tabs in it is not copied.
 */
export function withFramedTabs<N extends Nodes>(node: N): N {
  if (!('children' in node)) return node
  const before: readonly Nodes[] = node.children
  const inner = before.map(withFramedTabs)
  const isFrame = node.type === 'containerDirective' && node.name === 'tabs'
  const children = !isFrame && inner.some(isTab) ? framed(inner) : inner
  const isSame = children.every((child, index) => child === before[index])
  return isSame && children.length === before.length ? node : ({...node, children} as N)
}

function framed(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = []
  let frame: ContainerDirective | undefined
  for (const node of nodes) {
    if (!isTab(node)) {
      frame = undefined
      result.push(node)
      continue
    }
    if (!frame) {
      frame = {type: 'containerDirective', name: 'tabs', children: []}
      result.push(frame)
    }
    frame.children.push(inGroup(node))
  }
  return result
}

/** Tabs without a frame change together with all that have the same label. */
function inGroup(tab: ContainerDirective): ContainerDirective {
  const {label} = themeTab(tab, 0)
  return {...tab, attributes: {group: label, ...tab.attributes}}
}
