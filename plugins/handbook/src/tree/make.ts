import type {Node} from 'unist'
import type {AnyNode, PrintedData} from './nodes.ts'

/** Fields of a node beyond its type and children. */
type Fields = Readonly<Record<string, unknown>> & {readonly data?: PrintedData}

/** Makes a node at the place of the one it was read from. */
export function make(
  type: string,
  origin: Node,
  children?: readonly AnyNode[],
  fields: Fields = {},
): AnyNode {
  return {
    type,
    ...(children && {children: [...children]}),
    ...fields,
    ...(origin.position && {position: origin.position}),
  }
}

const phrasing = new Set(
  (
    'text emphasis strong delete inlineCode break link linkReference image imageReference ' +
    'footnoteReference subscript superscript inlineRole inlineMath anchor textDirective ' +
    'mdxJsxTextElement mdxTextExpression indexEntry html'
  ).split(' '),
)

/** Whether a node stands in a line of text. */
export function isPhrasing(node: Node): boolean {
  return phrasing.has(node.type)
}

/** Whether a node is white space between others. */
export function isBlank({type, value = ''}: AnyNode): boolean {
  return type === 'text' && !/\S/.test(value)
}

/** The same content as blocks: runs of text become paragraphs, white space between blocks goes. */
export function asFlow(nodes: readonly AnyNode[]): AnyNode[] {
  const flow: AnyNode[] = []
  let run: AnyNode[] = []
  const close = () => {
    if (!run.every(isBlank)) flow.push(make('paragraph', run[0]!, trimmed(run)))
    run = []
  }
  for (const node of nodes) {
    if (isPhrasing(node)) run.push(node)
    else {
      close()
      flow.push(node)
    }
  }
  close()
  return flow
}

function trimmed(run: readonly AnyNode[]): AnyNode[] {
  return run.map((node, index) => {
    if (node.type !== 'text') return node
    let value = node.value ?? ''
    if (index === 0) value = value.trimStart()
    if (index === run.length - 1) value = value.trimEnd()
    return {...node, value}
  })
}
