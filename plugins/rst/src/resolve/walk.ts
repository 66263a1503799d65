import {type Element, type Node, Text} from '../tree.ts'

/** What a visit answers to have an element's children left out. */
export const skip = Symbol('skip')

/**
 * Visits the elements of a tree in document order, the root first. Children that a visit appends
 * or inserts further on are visited too.
 */
export function walk(
  root: Element,
  visit: (element: Element, parent: Element | undefined) => void | typeof skip,
  parent?: Element,
): void {
  if (visit(root, parent) === skip) return
  for (let i = 0; i < root.children.length; i++) {
    const child = root.children[i]!
    if (!(child instanceof Text)) walk(child, visit, root)
  }
}

/** All elements of a type, in document order. */
export function elementsOf(root: Element, type: string): Element[] {
  const found: Element[] = []
  walk(root, (element) => {
    if (element.type === type) found.push(element)
  })
  return found
}

/**
 * The parents of a tree's nodes as they were when first asked for. The tree itself has no such
 * links; who changes it makes a new one.
 */
export class Ancestry {
  private readonly root: Element
  private parents: Map<Node, Element> | undefined

  constructor(root: Element) {
    this.root = root
  }

  parentOf(node: Node): Element | undefined {
    if (!this.parents) {
      const parents = new Map<Node, Element>()
      walk(this.root, (element) => {
        for (const child of element.children) parents.set(child, element)
      })
      this.parents = parents
    }
    return this.parents.get(node)
  }
}
