import type {Element, Node} from '../tree.ts'

/** What stands in front of a document's decoration and text. */
const front = new Set(['title', 'subtitle', 'rubric', 'meta'])

/** How many children at the start are known to belong there, so that none is looked at twice. */
const lengths = new WeakMap<Element, number>()

/** The index of a document's first child that is no title and no metadata, or -1. */
export function frontEnd(document: Element): number {
  const {children} = document
  let end = lengths.get(document) ?? 0
  while (end < children.length && front.has(children[end]!.type)) end++
  lengths.set(document, end)
  return end < children.length ? end : -1
}

/** More nodes than this are not handed over as the arguments of one call. */
const manyNodes = 1000

/** Puts nodes among a document's children. */
export function insertAt(document: Element, index: number, nodes: readonly Node[]): void {
  const {children} = document
  if (nodes.some(({type}) => !front.has(type))) lengths.delete(document)
  if (nodes.length > manyNodes) {
    const behind = children.splice(index)
    for (const node of [...nodes, ...behind]) children.push(node)
  } else if (index === 0) children.unshift(...nodes)
  else children.splice(index, 0, ...nodes)
}
