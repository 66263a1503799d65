import type {Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {knownRunbooks} from './known-runbooks.ts'

/** Puts the component `Rehearsal` wherever a `rehearsal` directive asks for one. */
export function placeRehearsals(tree: Root, file: VFile): void {
  visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
    if (node.name !== 'rehearsal' || !parent || index === undefined) return undefined
    const name = node.attributes?.['name']
    if (name && !knownRunbooks().has(name)) {
      file.fail(`Unexpected rehearsal of \`${name}\`, expected a known runbook`, node)
    }
    parent.children.splice(index, 1, component(name ?? ''))
    return [SKIP, index + 1]
  })
}

function component(name: string): MdxJsxFlowElement {
  const attributes = name ? [{type: 'mdxJsxAttribute' as const, name: 'name', value: name}] : []
  return {type: 'mdxJsxFlowElement', name: 'Rehearsal', attributes, children: []}
}
