import type {Node} from 'unist'
import {isPhrasing} from '../tree/make.ts'
import {asAny, type MathNode} from '../tree/nodes.ts'
import {array, call, code} from '../typst/call.ts'
import {fill} from '../words.ts'
import {codeLine} from './code.ts'
import type {Writer} from './writer.ts'

/** A node of a type this table does not have: what stands inside it is printed. */
export function unknown(node: Node, writer: Writer): string {
  const reason = `Unexpected node \`${node.type}\`, expected one that print knows`
  writer.report('unknownNode', reason, node)
  const {children, value} = asAny(node)
  if (children) return children.every(isPhrasing) ? inner(node, writer) : writer.flow(children)
  return value ? writer.text(value, node) : ''
}

/** What is inside an element that says nothing on paper. */
export function inner(node: Node, writer: Writer): string {
  const content = writer.phrasing(asAny(node).children ?? [])
  return content === 'none' ? '' : content
}

/** Front matter, definitions, comments, imports: nothing a reader would see on the site either. */
export function nothing(): string {
  return ''
}

/** What only a browser can show: said where it stands. */
export function unprinted(node: Node, writer: Writer): string {
  const what = asAny(node).value ?? node.type
  const reason = `Unexpected \`${what}\`, expected something that can be printed`
  writer.report('browserOnly', reason, node)
  return call('unprinted', [writer.printable(fill(writer.book.words.unprinted, {what}), node)])
}

/** A formula in LaTeX, as its source. */
export function inlineMath(node: MathNode, writer: Writer): string {
  reportMath(node, writer)
  return call('mono', [writer.printable(node.value, node)])
}

export function math(node: MathNode, writer: Writer): string {
  reportMath(node, writer)
  const lines = writer.printable(node.value, node).split('\n')
  return call('code-block', [code(array(lines.map((line) => codeLine(line, 'latex', writer))))])
}

function reportMath(node: MathNode, writer: Writer): void {
  writer.report('mathSource', 'Unexpected formula, expected text or a picture', node)
}
