import type {PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {element, importDefault} from './jsx.ts'

/** A place that links lead to. */
export function placeFor(id: string): PhrasingContent {
  return {type: 'anchor', children: [], data: {hName: 'span', hProperties: {id}}}
}

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
