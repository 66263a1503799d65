import type {Root} from 'mdast'
import type {Node} from 'unist'
import {elements, transparent} from './elements.ts'
import {readJsx} from './read-jsx.ts'
import {asFlow, isBlank, isPhrasing, make} from './make.ts'
import type {AnyNode, JsxElement} from './nodes.ts'
import {asAny} from './nodes.ts'
import {parseHtml, type HtmlAttributes} from './parse-html.ts'

/** An element of HTML or JSX with what stands inside it. */
export interface Element {
  readonly name: string
  readonly attributes: HtmlAttributes
  readonly children: readonly AnyNode[]
  /** The node of the tree it was read from. */
  readonly origin: Node
}

/**
 * Replaces raw HTML and MDX elements by the nodes they mean, so that print has one way to write a
 * table, a picture or an opened `<details>`. An element may open in one HTML node and close in a
 * later one, with Markdown between. What only a browser can show leaves an `unprinted` node.
 */
export function openMarkup(root: Root): Root {
  return openNode(asAny(root)) as unknown as Root
}

function openNode(node: AnyNode): AnyNode {
  return node.children ? {...node, children: openChildren(node.children, node)} : node
}

function openChildren(nodes: readonly AnyNode[], parent: AnyNode): AnyNode[] {
  const children = nodes.flatMap(unravel)
  if (!children.some(needsOpening)) return children.map(openNode)
  const opened = closeElements(children)
  const flow = parent.type === 'root' || !children.every(isPhrasing)
  return flow ? asFlow(opened) : opened
}

/** A paragraph of nothing but elements is none: MDX has no other way to write them in a block. */
function unravel(node: AnyNode): AnyNode[] {
  const {type, children = []} = node
  const elements = children.some((child) => child.type === 'mdxJsxTextElement')
  const alone = children.every((child) => child.type.startsWith('mdx') || isBlank(child))
  return type === 'paragraph' && elements && alone ? children : [node]
}

function needsOpening(node: AnyNode): boolean {
  return node.type === 'html' || node.type.startsWith('mdx')
}

interface OpenElement {
  readonly name: string
  readonly attributes: HtmlAttributes
  readonly origin: Node
  readonly children: AnyNode[]
}

/** Pairs the tags among siblings; what is never closed closes at the end. */
function closeElements(siblings: readonly AnyNode[]): AnyNode[] {
  const top: OpenElement = {name: '', attributes: {}, origin: siblings[0]!, children: []}
  const stack = [top]
  const closeTo = (depth: number) => {
    while (stack.length > depth) {
      const element = stack.pop()!
      stack.at(-1)!.children.push(...nodesOf(element))
    }
  }
  for (const node of siblings) {
    if (node.type !== 'html') stack.at(-1)!.children.push(...openOther(node))
    else openHtml(node, stack, closeTo)
  }
  closeTo(1)
  return top.children
}

function openHtml(node: AnyNode, stack: OpenElement[], closeTo: (depth: number) => void): void {
  for (const token of parseHtml(node.value ?? '')) {
    if (token.kind === 'text') {
      stack.at(-1)!.children.push(make('text', node, undefined, {value: token.value}))
    } else if (token.kind === 'open') {
      closeTo(stack.length - (endsItself(stack.at(-1)!.name, token.name) ? 1 : 0))
      stack.push({...token, origin: node, children: []})
    } else {
      const depth = stack.findLastIndex((element) => element.name === token.name)
      if (depth > 0) closeTo(depth)
    }
  }
}

/** Elements whose end tag HTML lets authors leave out. */
function endsItself(open: string, next: string): boolean {
  if (/^(?:li|tr|p|option)$/.test(open)) return open === next
  if (/^(?:td|th)$/.test(open)) return /^(?:td|th|tr)$/.test(next)
  return /^(?:dt|dd)$/.test(open) && /^(?:dt|dd)$/.test(next)
}

function openOther(node: AnyNode): AnyNode[] {
  if (node.type === 'mdxjsEsm') return []
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return openExpression(node)
  if (!node.type.startsWith('mdxJsx')) return [openNode(node)]
  const children = openChildren(node.children ?? [], node)
  return nodesOf(readJsx(node as unknown as JsxElement, children))
}

/** An expression of MDX: a comment leaves nothing, a string its text. */
function openExpression(node: AnyNode): AnyNode[] {
  const source = (node.value ?? '').trim()
  if (/^(?:\/\*[\s\S]*\*\/)?$/.test(source)) return []
  const quoted = /^(["'`])([^\\$]*)\1$/.exec(source)
  if (quoted) return [make('text', node, undefined, {value: quoted[2]})]
  return [make('unprinted', node, undefined, {value: `{${source}}`})]
}

function nodesOf(element: Element): AnyNode[] {
  const open = elements.get(element.name) ?? transparent
  const nodes = open(element)
  const id = element.attributes['id'] ?? element.attributes['name']
  if (!id || element.name === 'img') return nodes
  return [make('anchor', element.origin, [], {data: {id}}), ...nodes]
}
