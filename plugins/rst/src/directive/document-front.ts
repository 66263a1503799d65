import type {Element} from '../tree.ts'

/** What stands in front of a document's decoration and text. */
const front = new Set(['title', 'subtitle', 'rubric', 'meta'])

/** The index of a document's first child that is no title and no metadata, or -1. */
export function frontEnd(document: Element): number {
  return document.children.findIndex((child) => !front.has(child.type))
}
