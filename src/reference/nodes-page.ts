import {nodeSpecs} from '@handrail/rst'
import {pageOf, tableOf} from './page-of.ts'

/** What each node of docutils' tree becomes in mdast. */
export function nodesPage(): string {
  const rows = nodeSpecs.map(({type, becomes}) => [`\`${type}\``, becomes])
  return pageOf('From docutils to mdast', 'What becomes of each node of a document tree.', [
    tableOf(['docutils', 'mdast'], rows),
  ])
}
