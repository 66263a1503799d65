import {Element} from '../tree.ts'
import {preBibliographic} from './category.ts'
import {inherit} from './replacements.ts'

/** The index of the first child that is not of the given types, or -1. */
export function firstOtherThan(element: Element, types: ReadonlySet<string>): number {
  return element.children.findIndex((child) => !types.has(child.type))
}

/**
 * Makes the title of a lone section the title of the element around it. What stood before the
 * section comes after the title.
 */
export function promoteTitle(element: Element): boolean {
  const index = loneSection(element)
  if (index < 0) return false
  const section = element.children[index] as Element
  takeAttributes(element, section)
  const [title, ...content] = section.children
  element.children = [title!, ...element.children.slice(0, index), ...content]
  return true
}

/** Makes the title of a lone section the subtitle of the element around it, which has a title. */
export function promoteSubtitle(element: Element): boolean {
  const index = loneSection(element)
  if (index < 0) return false
  const section = element.children[index] as Element
  const [sectionTitle, ...content] = section.children as [Element]
  const subtitle = new Element('subtitle', {}, sectionTitle.children, sectionTitle.line)
  takeAttributes(subtitle, section)
  const [title, ...before] = element.children.slice(0, index)
  element.children = [title!, subtitle, ...before, ...content]
  return true
}

/** The index of the section, if it is the only one and nothing visible stands before it. */
function loneSection(element: Element): number {
  const index = firstOtherThan(element, preBibliographic)
  const isLast = index === element.children.length - 1
  return isLast && element.children[index]?.type === 'section' ? index : -1
}

function takeAttributes(element: Element, section: Element): void {
  inherit(element, section)
  const {ids, names, classes, dupnames, ...others} = section.attributes
  void [ids, names, classes, dupnames]
  Object.assign(element.attributes, others)
}
