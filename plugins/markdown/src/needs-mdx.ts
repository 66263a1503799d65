import type {Nodes} from 'mdast'
import {isLocal, lookOf} from './picture-look.ts'

/**
 * Whether a page has what only MDX can say: tabs, components, and pictures of the site that have a
 * size or a place.
 *
 * @param isThere whether there is a picture at an address; by default there is
 */
export function needsMdx(node: Nodes, isThere: (url: string) => boolean = () => true): boolean {
  if (node.type === 'component') return true
  if (node.type === 'image') return isLocal(node.url) && !!lookOf(node) && isThere(node.url)
  if (node.type === 'containerDirective' && /^tabs?$/.test(node.name)) return true
  return 'children' in node && node.children.some((child) => needsMdx(child, isThere))
}
