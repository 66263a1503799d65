import type {Node} from 'unist'
import {asAny, classesOf, type AnyNode, type Directive} from '../tree/nodes.ts'
import {array, call, code, flowBlock, inlineBlock} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import {runbookReference} from '../runbook/reference.ts'
import type {Writer} from './writer.ts'

type Write = (node: Directive, writer: Writer) => string

/** Blocks that are set like any other text; a website only hangs classes on them. */
const transparent: Write = (node, writer) => {
  const {title, content} = openDirective(node)
  const words = title && call('rubric', [code(writer.phrasing(title))])
  const statements = [words, ...writer.statements(content)].filter((one) => one !== undefined)
  return statements.length === 0 ? '' : flowBlock(statements)
}

const aside: Write = (node, writer) => {
  const {title, content} = openDirective(node)
  const words = title ? code(writer.phrasing(title)) : undefined
  return call('aside', [code(writer.flow(content))], {title: words})
}

const quotation: Write = (node, writer) =>
  call('quotation', [code(writer.flow(openDirective(node).content))])

/** A summary and what it hides on the site, open. */
const details: Write = (node, writer) => {
  const {title, content} = openDirective(node)
  const words = title ? code(writer.phrasing(title)) : undefined
  return call('opened', [code(writer.flow(content))], {title: words})
}

/** Every tab of a group, one after the other, open. */
const tabs: Write = (node, writer) => {
  const shown = node.children.map(asAny).map((child) => {
    const tab = isDirective(child) ? openDirective(child) : {title: undefined, content: [child]}
    const title = tab.title ? writer.phrasing(tab.title) : 'none'
    return code(array([title, writer.flow(tab.content)]))
  })
  return call('tabs', shown)
}

const named: Readonly<Record<string, Write | undefined>> = {
  details,
  tabs,
  tab: details,
  topic: aside,
  sidebar: aside,
  abstract: aside,
  epigraph: quotation,
  highlights: quotation,
  'pull-quote': quotation,
  runbook: runbookReference,
}

/** A block of its own kind: an admonition, unless its name or its element says otherwise. */
export function containerDirective(node: Directive, writer: Writer): string {
  const inside = writer.inside({tight: false})
  const write = named[node.name]
  if (write) return write(node, inside)
  const {title, content} = openDirective(node)
  if (isAdmonition(node, writer)) return admonition(node.name, title, content, inside)
  return asAny(node).data?.hName === 'aside' ? aside(node, inside) : transparent(node, inside)
}

function isAdmonition(node: Directive, {book}: Writer): boolean {
  if (book.words.admonitions[node.name] !== undefined || node.name === 'admonition') return true
  return classesOf(node).includes('admonition') || asAny(node).data?.hName === undefined
}

/** A box with a word on top that says how serious it is, by its frame as well. */
export function admonition(
  name: string,
  title: readonly Node[] | undefined,
  content: readonly Node[],
  writer: Writer,
): string {
  const word = writer.book.words.admonitions[name] ?? capitalised(name)
  const words = title ? writer.phrasing(title) : literal(word)
  return call('admonition', [name, code(words), code(writer.inside({tight: false}).flow(content))])
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, ' ')
}

interface Opened {
  readonly title: readonly Node[] | undefined
  readonly content: readonly Node[]
}

/** The label of a directive (`:::note[Label]`) and what comes after it. */
export function openDirective(node: Directive): Opened {
  const [first, ...rest] = node.children.map(asAny)
  if (first?.data?.directiveLabel) return {title: first.children ?? [], content: rest}
  return {title: undefined, content: node.children}
}

function isDirective(node: AnyNode): node is AnyNode & Directive {
  return node.type === 'containerDirective'
}

/** `::name[words]{…}`: a runbook to embed; anything else stands as it was written. */
export function leafDirective(node: Directive, writer: Writer): string {
  const write = named[node.name]
  if (write) return write(node, writer)
  return call('par', [code(asWritten(node, '::', writer))])
}

/** `:name[words]`, most often a colon in the text that was taken for a directive: `be1:eth0`. */
export function textDirective(node: Directive, writer: Writer): string {
  return asWritten(node, ':', writer)
}

function asWritten(node: Directive, colons: string, writer: Writer): string {
  const parts = [writer.text(`${colons}${node.name}`, node)]
  if (node.children.length > 0) {
    parts.push(literal('['), writer.phrasing(node.children), literal(']'))
  }
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) =>
    value === '' ? name : `${name}="${value ?? ''}"`,
  )
  if (attributes.length > 0) parts.push(writer.text(`{${attributes.join(' ')}}`, node))
  return inlineBlock(parts)
}
