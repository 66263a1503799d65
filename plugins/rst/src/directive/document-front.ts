import {appendAll, type Element, type Node} from '../tree.ts'

/** What stands in front of a document's decoration and text. */
const front = new Set(['title', 'subtitle', 'rubric', 'meta'])

/** How many children at the start are known to belong there, so that none is looked at twice. */
const lengths = new WeakMap<Element, number>()

/**
 * Metadata that waits to be put into a document, all at once: one by one, each would have all that
 * follows it moved.
 */
interface Waiting {
  /** What goes to the very start, the last one first. */
  before: Node[]
  /** What goes behind all that belongs in front. */
  after: Node[]
}

const waiting = new WeakMap<Element, Waiting>()

/**
 * Adds metadata to the front of a document when `completeFront` is called: behind what is there,
 * or, as docutils does, at the start as long as there is nothing else.
 */
export function addToFront(document: Element, nodes: readonly Node[]): void {
  let list = waiting.get(document)
  if (!list) waiting.set(document, (list = {before: [], after: []}))
  if (frontEnd(document) < 0) appendAll(list.before, nodes.toReversed())
  else appendAll(list.after, nodes)
}

/** Puts what waits into the document. */
export function completeFront(document: Element): void {
  const added = waiting.get(document)
  if (!added) return
  waiting.delete(document)
  const end = frontEnd(document)
  const children = document.children.splice(0)
  const length = end < 0 ? children.length : end
  lengths.set(document, 0)
  appendAll(document.children, added.before.reverse())
  appendAll(document.children, children.slice(0, length))
  appendAll(document.children, added.after)
  appendAll(document.children, children.slice(length))
}

/** Puts nodes behind what belongs in front of a document, or at its start if that is all. */
export function insertBehindFront(document: Element, nodes: readonly Node[]): void {
  completeFront(document)
  const behind = document.children.splice(Math.max(frontEnd(document), 0))
  appendAll(document.children, nodes)
  appendAll(document.children, behind)
  lengths.delete(document)
}

/** The index of a document's first child that is no title and no metadata, or -1. */
export function frontEnd(document: Element): number {
  const {children} = document
  let end = lengths.get(document) ?? 0
  while (end < children.length && front.has(children[end]!.type)) end++
  lengths.set(document, end)
  return end < children.length ? end : -1
}
