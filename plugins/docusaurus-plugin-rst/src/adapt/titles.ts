import type {Heading, Root} from 'mdast'
import {placeFor} from './anchors.ts'

/**
 * Leaves a page one title, with a place for links to it: the theme gives it no id. Where further
 * sections stand beside the first, as RST allows, they and what is below them come one step down:
 * the theme has no anchors for other titles and does not list them in its contents.
 */
export function adaptTitles(tree: Root): void {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const title = headings.findIndex(({depth}) => depth === 1)
  if (title >= 0) addAnchor(headings[title]!)
  const second = headings.findIndex(({depth}, index) => depth === 1 && index > title)
  if (second < 0) return
  for (const heading of headings.slice(second)) {
    heading.depth = Math.min(heading.depth + 1, 6) as Heading['depth']
  }
}

function addAnchor({children, data}: Heading): void {
  const id = data?.hProperties?.['id']
  if (typeof id !== 'string') return
  children.unshift(placeFor(id))
}
