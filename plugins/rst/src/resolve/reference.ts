import type {DocumentState} from '../document.ts'
import type {Element, ElementData} from '../tree.ts'

/** What is known of an element while references are resolved. */
export interface LinkData extends ElementData {
  /** Whether a reference points to its target by address or id already. */
  resolved?: boolean
  /** Targets before this element that count as referred to when it is, by name and by id. */
  byName?: Map<string, Element>
  byId?: Map<string, Element>
}

/** The element's data, made if it has none. */
export function linkData(element: Element): LinkData {
  return (element.data ??= {})
}

export function isResolved(element: Element): boolean {
  return (element.data as LinkData | undefined)?.resolved === true
}

export function setResolved(element: Element): void {
  linkData(element).resolved = true
}

/** Marks a target as referred to, and the empty targets whose name or id moved to it. */
export function noteReferenced(target: Element, by: {name: string} | {id: string}): void {
  const data = linkData(target)
  data.referenced = true
  const behind = 'name' in by ? data.byName?.get(by.name) : data.byId?.get(by.id)
  if (behind) linkData(behind).referenced = true
}

/** The references to any of an element's names. */
export function referencesTo(document: DocumentState, target: Element): Element[] {
  return (target.attributes.names ?? []).flatMap((name) => document.refNames.get(name) ?? [])
}

/** Gives a reference its address or id in place of the name. */
export function link(reference: Element, to: {refuri: string} | {refid: string}): void {
  delete reference.attributes.refname
  delete reference.attributes.refid
  Object.assign(reference.attributes, to)
  setResolved(reference)
}
