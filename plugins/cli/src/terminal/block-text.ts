import {toString} from 'mdast-util-to-string'
import type {List, Nodes, RootContent} from 'mdast'
import {wrap} from './wrap.ts'

type Writer<N> = (node: N, width: number) => string

/** How each block of a runbook's text is written; what is not here is written as its parts. */
const writers: {[T in RootContent['type']]?: Writer<Extract<RootContent, {type: T}>>} = {
  paragraph: (node, width) => wrap(words(node), width),
  heading: (node, width) => wrap(words(node), width),
  code: (node) => indented(node.value, '    '),
  list: writeList,
  blockquote: (node, width) => indented(blockText(node.children, width - 2), '! '),
  thematicBreak: () => '',
  html: () => '',
  definition: () => '',
  leafDirective: () => '',
}

/** Blocks as plain text of at most `width` columns; commands are the caller's to write. */
export function blockText(nodes: readonly RootContent[], width: number): string {
  return nodes
    .map((node) => oneBlock(node, width))
    .filter(Boolean)
    .join('\n\n')
}

function oneBlock(node: RootContent, width: number): string {
  const writer = writers[node.type] as Writer<RootContent> | undefined
  if (writer) return writer(node, width)
  if (node.type === 'containerDirective') {
    const text = blockText(node.children, width - 2)
    return indented(`${node.name.toUpperCase()}: ${text}`, '! ')
  }
  return 'children' in node ? blockText(node.children as RootContent[], width) : words(node)
}

function writeList(list: List, width: number): string {
  return list.children
    .map((item, index) => {
      const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '- '
      const text = blockText(item.children, width - mark.length)
      return mark + indented(text, ' '.repeat(mark.length)).trimStart()
    })
    .join('\n')
}

/** The text of a node; a link to elsewhere is followed by its address. */
function words(node: Nodes): string {
  return toString(node)
}

/** Puts `indent` in front of every line. */
export function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (indent + line).trimEnd())
    .join('\n')
}
