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
  return (tree: Root, file: never): Root => {
    const parsed = hasRaw(tree) ? parse(tree, file) : tree
    restoreTitles(parsed)
    return parsed
  }
}

/**
 * The theme finds the title of an admonition by the name of its element, which parsing HTML (as
 * Docusaurus itself does with all `.md` pages that are not MDX) turns to lower case.
 */
function restoreTitles(tree: Root): void {
  visit(tree, {tagName: 'mdxadmonitiontitle'}, (element) => {
    if (element.type === 'element') element.tagName = 'mdxAdmonitionTitle'
  })
}

function hasRaw(tree: Nodes): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return EXIT
  })
  return found
}
