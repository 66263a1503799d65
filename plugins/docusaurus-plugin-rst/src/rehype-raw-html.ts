import type {Nodes, Root} from 'hast'
import rehypeRaw from 'rehype-raw'
import {EXIT, visit} from 'unist-util-visit'

/** Nodes of MDX, which are no HTML and pass as they are. */
const passThrough = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const

/**
 * Raw HTML of an RST page: MDX has no place for text that is to become elements, so that it is
 * parsed here. Pages without any are left alone.
 */
export function rehypeRawHtml() {
  const parse = rehypeRaw({passThrough: [...passThrough]}) as (tree: Root, file: never) => Root
  return (tree: Root, file: never): Root => (hasRaw(tree) ? parse(tree, file) : tree)
}

function hasRaw(tree: Nodes): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return EXIT
  })
  return found
}
