import type {List, ListItem} from 'mdast'
import {propertyOf} from '../tree/nodes.ts'
import {call, code, inlineBlock} from '../typst/call.ts'
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

export function list(node: List, writer: Writer): string {
  const spread = node.spread === true || node.children.some((item) => item.spread)
  const inside = writer.inside({tight: !spread})
  const items = node.children.map((item) => code(itemContent(item, inside)))
  if (items.length === 0) return ''
  if (!node.ordered) {
    const tasks = node.children.every((item) => typeof item.checked === 'boolean')
    return call(tasks ? 'task-list' : 'bullet-list', items, {tight: !spread})
  }
  return call('numbered-list', items, {
    tight: !spread,
    start: node.start ?? 1,
    numbering: numberings[propertyOf(node, 'type') ?? '1'] ?? '1.',
  })
}

function itemContent(item: ListItem, writer: Writer): string {
  const content = writer.flow(item.children)
  if (typeof item.checked !== 'boolean') return content === 'none' ? '[]' : content
  return inlineBlock([call('checkbox', [item.checked]), content])
}
