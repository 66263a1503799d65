import {addTo, Element, type Node} from '../tree.ts'

/**
 * Elements to be replaced, applied in one walk. Until then the tree and the books keep the old
 * elements, and afterwards the books still do: later steps may write to them without effect, as
 * in docutils.
 */
export class Replacements {
  private readonly nodes = new Map<Node, readonly Node[]>()

  /** Puts nodes in the place of `old`; the first of them takes over its ids, names and classes. */
  replace(old: Element, nodes: readonly Node[]): void {
    const [first] = nodes
    if (first instanceof Element) inherit(first, old)
    this.swap(old, nodes)
  }

  /** Puts nodes in the place of `old`, whose attributes are lost. */
  swap(old: Element, nodes: readonly Node[]): void {
    this.nodes.set(old, nodes)
  }

  remove(old: Element): void {
    this.swap(old, [])
  }

  has(old: Element): boolean {
    return this.nodes.has(old)
  }

  /** Puts nodes behind `old`, after those that were put there before. */
  insertAfter(old: Element, nodes: readonly Node[]): void {
    this.nodes.set(old, [...(this.nodes.get(old) ?? [old]), ...nodes])
  }

  apply(root: Element): void {
    if (this.nodes.size > 0) this.applyTo(root)
  }

  private applyTo(element: Element): void {
    if (element.children.some((child) => this.nodes.has(child))) {
      element.children = element.children.flatMap((child) => this.nodes.get(child) ?? child)
    }
    for (const child of element.children) if (child instanceof Element) this.applyTo(child)
  }
}

/** Adds an element's ids, names and classes to those of another. */
export function inherit(to: Element, from: Element): void {
  for (const list of ['ids', 'names', 'classes', 'dupnames'] as const) {
    for (const value of from.attributes[list] ?? []) {
      if (!to.attributes[list]?.includes(value)) addTo(to, list, value)
    }
  }
}
