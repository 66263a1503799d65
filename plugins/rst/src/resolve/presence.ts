import type {DocumentState} from '../document.ts'
import {type Element, type Node, Text} from '../tree.ts'

/**
 * Which types of elements a document has, so that a transform for what is not there need not walk
 * the tree. What has been taken away since may still be named.
 */
const present = new WeakMap<DocumentState, Set<string>>()

/** Stands for references and targets without a name. */
const anonymous = ':anonymous'

export function typesIn(document: DocumentState): ReadonlySet<string> {
  const known = present.get(document)
  if (known) return known
  const types = new Set<string>()
  collect(document.tree, types)
  present.set(document, types)
  return types
}

export function hasAnonymous(document: DocumentState): boolean {
  return typesIn(document).has(anonymous)
}

/** Tells of nodes that were put into the tree. */
export function notePresence(document: DocumentState, nodes: readonly Node[]): void {
  const types = present.get(document)
  if (types) for (const node of nodes) if (!(node instanceof Text)) collect(node, types)
}

function collect(element: Element, types: Set<string>): void {
  const {type, children} = element
  types.add(type)
  if ((type === 'reference' || type === 'target') && element.attributes.anonymous) {
    types.add(anonymous)
  }
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    if (!(child instanceof Text)) collect(child, types)
  }
}
