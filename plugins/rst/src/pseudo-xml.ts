import {repr} from './text/repr.ts'
import {type AttributeValue, Element, type Node} from './tree.ts'

/** docutils' pseudo-XML: an indented line a tag and a line a line of text. */
export function toPseudoXml(tree: Node): string {
  const lines: string[] = []
  print(tree, 0, lines)
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

function print(node: Node, depth: number, lines: string[]): void {
  const indent = '    '.repeat(depth)
  if (!(node instanceof Element)) {
    for (const line of textLines(node.value)) lines.push(indent + line)
    return
  }
  lines.push(indent + startTag(node))
  for (const child of node.children) print(child, depth + 1, lines)
  if (node.type === 'pending') printInternals(node, `${indent}    `, lines)
}

/** The lines of a text; a newline at its end begins no other. */
function textLines(text: string): string[] {
  if (text.indexOf('\n') < 0 && !otherBreaks.test(text)) return text === '' ? [] : [text]
  const lines = text.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/) // eslint-disable-line no-control-regex
  if (lines[lines.length - 1] === '') lines.pop()
  return lines
}

const otherBreaks = /[\v\f\r\x1c-\x1e\x85\u2028\u2029]/ // eslint-disable-line no-control-regex

/** An element's tag: its attributes in alphabetical order, lists joined by spaces. */
export function startTag(element: Element): string {
  let tag = element.type
  for (const name of Object.keys(element.attributes).sort()) {
    const value = element.attributes[name]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    tag += ` ${name}="${printed(value)}"`
  }
  if (preformatted.has(element.type)) tag = withSpaceAttribute(tag, element)
  return `<${tag}>`
}

function printed(value: AttributeValue): string {
  if (value === true) return '1'
  if (value === false) return '0'
  if (Array.isArray(value)) return value.map((item) => escapeItem(String(item))).join(' ')
  return String(value)
}

function escapeItem(item: string): string {
  return item.replaceAll('\\', '\\\\').replaceAll(' ', '\\ ')
}

/** Elements whose white space is kept. */
const preformatted = new Set([
  'address',
  'comment',
  'doctest_block',
  'literal_block',
  'math_block',
  'raw',
])

/** `xml:space` comes after all other attributes there are, in alphabetical order. */
function withSpaceAttribute(tag: string, element: Element): string {
  if (element.attributes['xml:space'] !== undefined) return tag
  return `${tag} xml:space="preserve"`
}

/** What a pending element waits for: its transform, and what that has to know. */
function printInternals(pending: Element, indent: string, lines: string[]): void {
  lines.push(`${indent}.. internal attributes:`)
  lines.push(`${indent}     .transform: ${pending.data?.transform ?? ''}`)
  lines.push(`${indent}     .details:`)
  const details = pending.data?.details ?? {}
  for (const key of Object.keys(details).sort()) {
    const value = details[key]
    const nodes = value instanceof Element ? [value] : Array.isArray(value) ? value : undefined
    if (nodes?.[0] instanceof Element) {
      lines.push(`${indent}       ${key}:`)
      for (const node of nodes) {
        const inner: string[] = []
        print(node as Element, 0, inner)
        for (const line of inner) lines.push(`${indent}         ${line}`)
      }
    } else lines.push(`${indent}       ${key}: ${repr(value)}`)
  }
}
