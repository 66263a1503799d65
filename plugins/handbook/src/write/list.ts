import type {List, ListItem} from 'mdast'
import type {Node} from 'unist'
import {asAny, propertyOf, type AnyNode} from '../tree/nodes.ts'
import {call, code, flowBlock} from '../typst/call.ts'
import type {Writer} from './writer.ts'

/** Numbering patterns of Typst's by docutils' and HTML's names of enumeration types. */
const numberings: Readonly<Record<string, string>> = {
  '1': '1.',
  a: 'a.',
  A: 'A.',
  i: 'i.',
  I: 'I.',
  arabic: '1.',
  loweralpha: 'a.',
  upperalpha: 'A.',
  lowerroman: 'i.',
  upperroman: 'I.',
}

/** Footnotes in one list, from which on it is written as several. */
const mostNotes = 10

export function list(node: List, writer: Writer): string {
  const tight = node.spread !== true && !node.children.some((item) => item.spread)
  let start = node.start ?? 1
  const calls = byNotes(node.children).map((items, part) => {
    const continued = part > 0 || undefined
    const written = listCall({...node, children: items, start}, tight, continued, writer)
    start += items.length
    return written
  })
  return calls.length === 0 ? '' : flowBlock(calls)
}

/**
 * Groups items so that none has many footnotes: the compiler lays a block out anew for each note
 * it finds in it, which takes minutes for a list of links that is pages long.
 */
function byNotes(items: readonly ListItem[]): ListItem[][] {
  const groups: ListItem[][] = []
  let notes = Infinity
  for (const item of items) {
    const own = noteCount(asAny(item))
    if (notes + own > mostNotes) {
      groups.push([item])
      notes = own
    } else {
      groups.at(-1)!.push(item)
      notes += own
    }
  }
  return groups
}

/** How many footnotes a node may have. */
function noteCount(node: AnyNode): number {
  const own = /^(?:link|footnote)/.test(node.type) ? 1 : 0
  return (node.children ?? []).reduce((count, child) => count + noteCount(child), own)
}

function listCall(node: List, tight: boolean, continued: true | undefined, writer: Writer): string {
  const items = node.children.map((item) => code(itemContent(item, tight, writer)))
  if (node.ordered) {
    const numbering = numberings[propertyOf(node, 'type') ?? '1'] ?? '1.'
    return call('numbered-list', items, {tight, continued, start: node.start ?? 1, numbering})
  }
  const tasks = node.children.every((item) => typeof item.checked === 'boolean')
  return call(tasks ? 'task-list' : 'bullet-list', items, {tight, continued})
}

function itemContent(item: ListItem, tight: boolean, writer: Writer): string {
  const paragraphs = item.children.filter((child) => child.type === 'paragraph')
  const inside = writer.inside({tight: tight && paragraphs.length < 2})
  const content = inside.flow(withCheckbox(item))
  return content === 'none' ? '[]' : content
}

/** The blocks of an item; the box of a task stands in its first paragraph. */
function withCheckbox({checked, children}: ListItem): Node[] {
  if (typeof checked !== 'boolean') return children
  const box: Node & {checked: boolean} = {type: 'checkbox', checked}
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') return [box, ...children]
  return [{...first, children: [box, ...first.children]} as Node, ...rest]
}

/** The box before a task, ticked or empty. */
export function checkbox({checked}: {readonly checked: boolean}): string {
  return call('checkbox', [checked])
}
