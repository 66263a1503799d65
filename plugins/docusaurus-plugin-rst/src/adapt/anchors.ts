import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {element, importDefault} from './jsx.ts'

/** Names the ids that are not those of headings, which Docusaurus knows of by itself. */
export function declareAnchors(tree: Root): void {
  const ids: string[] = []
  visit(tree, (node) => {
    const id = node.data?.hProperties?.['id']
    if (typeof id === 'string' && node.type !== 'heading') ids.push(id)
  })
  if (!ids.length) return
  importDefault(tree, 'RstAnchors', '@theme/RstAnchors')
  tree.children.push(element('RstAnchors', {ids: ids.join(' ')}))
}
