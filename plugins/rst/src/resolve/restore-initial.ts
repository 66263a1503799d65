import {parse} from '../parse.ts'
import type {Element, Node} from '../tree.ts'

/**
 * A name that starts with an initial (`E. Xample`) reads as an enumerated list. Answers what the
 * single line of a field is when its start is escaped, if that is a paragraph.
 */
export function restoreInitial(body: Element): Node[] | undefined {
  const text = body.raw.trim()
  if (body.children[0]?.type !== 'enumerated_list' || text.includes('\n')) return undefined
  const {children} = parse(`\\${text}`).tree
  return children.length === 1 && children[0]?.type === 'paragraph' ? children : undefined
}
