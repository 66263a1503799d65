import {type Attributes, Element, type Node, Text} from '../tree.ts'

/** A node and all below it once more: with the same lines, sharing nothing that may change. */
export function copyOf<N extends Node>(node: N): N
export function copyOf(node: Node): Node {
  if (node instanceof Text) return new Text(node.value, node.escaped)
  const copy = shallowCopyOf(node)
  copy.children = node.children.map((child) => copyOf(child))
  return copy
}

/** An element without its children once more. */
export function shallowCopyOf(element: Element): Element {
  const attributes: Attributes = {}
  for (const name in element.attributes) {
    const value = element.attributes[name]
    attributes[name] = Array.isArray(value) ? [...value] : value
  }
  const copy = new Element(element.type, attributes, [], element.line)
  copy.column = element.column
  copy.raw = element.raw
  if (element.data) copy.data = {...element.data}
  return copy
}
