import {element} from '../browser/element.ts'

/** The level of a heading that belongs under the last heading before a place in the page. */
export function levelBelow(place: Element): number {
  const before = [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter(
    (heading) => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return Number(before.at(-1)?.tagName.slice(1) ?? 1) + 1
}

/** A heading of a level from 1 to 6; deeper ones are of the sixth. */
export function heading(level: number, classes: string, text: string): HTMLHeadingElement {
  const name = `h${Math.min(level, 6)}` as 'h1'
  // Where something new is shown, the focus moves to its title.
  return element(name, {class: classes, tabindex: -1}, text)
}
