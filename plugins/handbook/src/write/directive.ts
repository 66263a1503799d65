import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import {asAny, classesOf, type AnyNode, type Directive} from '../tree/nodes.ts'
import {array, call, code, flowBlock, inlineBlock} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import {runbookReference} from '../runbook/reference.ts'
import {fill} from '../words.ts'
import type {Target} from '../target/registry.ts'
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

/** A footnote nobody refers to. */
const looseNote: Write = (node, writer) => {
  const label = writer.string(`[${node.attributes?.['label'] ?? ''}]`, node)
  return call('definitions', [code(array([array([label]), writer.flow(node.children)]))])
}

const toctree: Write = (node, writer) => {
  const {attributes, data} = asAny(node) as {attributes?: object; data?: {entries?: TocEntry[]}}
  if (!data?.entries || (attributes && 'hidden' in attributes)) return ''
  const items = data.entries.map(({title, url}) => {
    const target = writer.book.resolve(url, writer.page)
    const words = writer.text(title ?? titleAt(target, writer) ?? url, node)
    return code(
      target.kind === 'label' ? call('cross-reference', [target.label, code(words)]) : words,
    )
  })
  return items.length === 0 ? '' : call('bullet-list', items)
}

interface TocEntry {
  readonly title?: string
  readonly url: string
}

function titleAt(target: Target, {book}: Writer): string | undefined {
  return target.kind === 'label' ? book.titles.get(target.label) : undefined
}

/** A map, as names are the author's: an object would know `constructor`. */
const named: ReadonlyMap<string, Write> = new Map([
  ['details', details],
  ['tabs', tabs],
  ['tab', details],
  ['topic', aside],
  ['sidebar', aside],
  ['abstract', aside],
  ['epigraph', quotation],
  ['highlights', quotation],
  ['pull-quote', quotation],
  ['footnote', looseNote],
  ['toctree', toctree],
  ['runbook', runbookReference],
])

/** A block of its own kind: an admonition, unless its name or its element says otherwise. */
export function containerDirective(node: Directive, writer: Writer): string {
  const inside = writer.inside({tight: false})
  const write = named.get(node.name)
  if (write) return write(node, inside)
  const {title, content} = openDirective(node)
  if (isAdmonition(node, writer)) {
    return admonition(node.name, title, content, inside, node.attributes?.['version'])
  }
  return asAny(node).data?.hName === 'aside' ? aside(node, inside) : transparent(node, inside)
}

function isAdmonition(node: Directive, {book}: Writer): boolean {
  if (Object.hasOwn(book.words.admonitions, node.name) || node.name === 'admonition') return true
  return classesOf(node).includes('admonition') || asAny(node).data?.hName === undefined
}

/** A box with a word on top that says how serious it is, by its frame as well. */
export function admonition(
  name: string,
  title: readonly Node[] | undefined,
  content: readonly Node[],
  writer: Writer,
  version?: string | null,
): string {
  const words = title ? writer.phrasing(title) : writer.string(defaultTitle(name, version, writer))
  const body = writer.inside({tight: false}).flow(content)
  const whole = toString(content).length <= shortText || undefined
  return call('admonition', [name, code(words), code(body)], {whole})
}

/** Characters up to which a box is not divided between pages. */
const shortText = 600

function defaultTitle(name: string, version: string | null | undefined, {book}: Writer): string {
  const {admonitions} = book.words
  const word = Object.hasOwn(admonitions, name) ? admonitions[name]! : capitalised(name)
  return fill(word, {version: version ?? ''}).trim()
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, ' ')
}

interface Opened {
  readonly title: readonly Node[] | undefined
  readonly content: readonly Node[]
}

/** The label of a directive (`:::note[Label]`) and what comes after it. */
function openDirective(node: Directive): Opened {
  const [first, ...rest] = node.children.map(asAny)
  if (first?.data?.directiveLabel) return {title: first.children ?? [], content: rest}
  return {title: undefined, content: node.children}
}

function isDirective(node: AnyNode): node is AnyNode & Directive {
  return node.type === 'containerDirective'
}

/** `::name[words]{…}`: a runbook to embed; anything else stands as it was written. */
export function leafDirective(node: Directive, writer: Writer): string {
  const write = named.get(node.name)
  if (write) return write(node, writer)
  // One that another reader made has an element for the site, and nothing for paper.
  if (asAny(node).data?.hName !== undefined) return writer.flow(node.children).replace(/^none$/, '')
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
