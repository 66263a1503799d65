import type {Nodes} from 'mdast'
import type {LintRule} from '../lint-rule.ts'

export const servingLink: LintRule = {
  id: 'serving-link',
  severity: 'error',
  doc: '`Serving:` says that redundancy is missing; it must link the runbook that restores it.',
  advice: 'Such as `Go on with [Rebuild the standby](rebuild.md).` in its text.',
  check({steps}, _context, find) {
    for (const {title, outcome, body, choices, position} of steps) {
      if (outcome !== 'serving' || choices.length > 0 || body.some(hasPageLink)) continue
      find(
        `Unexpected outcome “${title}” without a link, expected one to the runbook that restores redundancy`,
        {place: position},
      )
    }
  },
}

function hasPageLink(node: Nodes): boolean {
  if (node.type === 'link') return /^[^:?#]+(?:#|$)/.test(node.url)
  if (node.type === 'linkReference') return true
  return 'children' in node && node.children.some(hasPageLink)
}
