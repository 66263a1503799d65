import type {Message} from '@handrail/rst'
import type {Page} from 'remark-rst/read-page'
import {placeOf} from './check-links.ts'
import {checkMessage, type Severities} from './rules.ts'

/** Titles that stand more than one level below the one before them. */
export function checkHeadings(
  {path, tree}: Pick<Page, 'path' | 'tree'>,
  severities: Severities = {},
): Message[] {
  let before = 0
  return tree.children.flatMap((node) => {
    if (node.type !== 'heading') return []
    const last = before
    before = node.depth
    // The title of a page may be in its front matter.
    if (node.depth <= last + 1 || (last === 0 && node.depth === 2)) return []
    const values = {depth: String(node.depth), before: String(last)}
    return checkMessage('heading-jump', values, placeOf(node, path), severities)
  })
}
