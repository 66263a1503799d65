import {toString} from 'mdast-util-to-string'
import type {Code, List, Nodes, PhrasingContent, RootContent, TableRow} from 'mdast'
import {wrap} from './wrap.ts'

/** How blocks are written. */
export interface BlockStyle {
  width: number
  /** For screen readers: no sign is drawn beside a text. */
  plain?: boolean | undefined
  /** Writes a block of code that is more than that: a command. */
  code?(node: Code): string | undefined
}

type Writer<N> = (node: N, style: BlockStyle) => string

/** How each block of a runbook's text is written; what is not here is written as its parts. */
const writers: {[T in RootContent['type']]?: Writer<Extract<RootContent, {type: T}>>} = {
  paragraph: (node, {width}) => wrap(words(node.children), width),
  heading: (node, {width}) => wrap(words(node.children), width),
  code: (node, style) => style.code?.(node) ?? indented(node.value, '    '),
  list: writeList,
  blockquote: ({children}, style) => boxed(children, style),
  tableRow: writeRow,
  containerDirective: ({name, children}, style) =>
    boxed(children as RootContent[], style, `${name.toUpperCase()}: `),
  thematicBreak: () => '',
  html: () => '',
  definition: () => '',
  leafDirective: () => '',
}

/** Blocks as plain text of at most `width` columns; code is not broken. */
export function blockText(nodes: readonly RootContent[], style: BlockStyle): string {
  return nodes
    .map((node) => oneBlock(node, style))
    .filter(Boolean)
    .join('\n\n')
}

function oneBlock(node: RootContent, style: BlockStyle): string {
  const writer = writers[node.type] as Writer<RootContent> | undefined
  if (writer) return writer(node, style)
  if (isPhrasing(node)) return wrap(words([node]), style.width)
  return 'children' in node ? blockText(node.children as RootContent[], style) : toString(node)
}

/** What stands apart from the text around it; GitHub's mark of an alert becomes a word. */
function boxed(children: readonly RootContent[], style: BlockStyle, name = ''): string {
  const {plain, width} = style
  const inner = blockText(children, {...style, width: width - 2})
  const text = name + inner.replace(/^\[!(\w+)\]\s*/, '$1: ')
  return plain ? text : indented(text, '! ')
}

function writeList(list: List, style: BlockStyle): string {
  return list.children
    .map((item, index) => {
      const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '- '
      const text = blockText(item.children, {...style, width: style.width - mark.length})
      return mark + indented(text, ' '.repeat(mark.length)).trimStart()
    })
    .join('\n')
}

function writeRow({children}: TableRow, {width}: BlockStyle): string {
  return wrap(children.map((cell) => words(cell.children)).join(' | '), width)
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return ['text', 'inlineCode', 'link', 'linkReference', 'emphasis', 'strong'].includes(node.type)
}

/** The words of a text; a link into the web is followed by its address, one to a page by its name. */
function words(nodes: readonly PhrasingContent[]): string {
  return nodes.map(oneWord).join('')
}

function oneWord(node: PhrasingContent): string {
  if (node.type === 'break') return ' '
  if (node.type === 'link') return words(node.children) + destination(node.url, toString(node))
  return 'children' in node ? words(node.children as PhrasingContent[]) : toString(node as Nodes)
}

function destination(url: string, text: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url === text ? '' : ` (${url})`
  const page = /([^/#]+)\.(?:mdx?|rst)(?:#|$)/.exec(url)?.[1]
  return page === undefined ? '' : ` (${page})`
}

/** Puts `indent` in front of every line. */
export function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (indent + line).trimEnd())
    .join('\n')
}
