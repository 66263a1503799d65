import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {element} from './jsx.ts'

/**
 * Keeps the lines of literal text with markup. The theme's component for `pre` shows the content
 * alone, because it only ever expects a code block in there; an element that MDX takes for JSX of
 * an author it lets be.
 */
export function adaptLiterals(tree: Root): void {
  visit(tree, 'parsedLiteral', (literal, index, parent) => {
    if (!parent || index === undefined) return
    const classes = literal.data?.hProperties?.['className'] ?? []
    const pre = element('pre', {className: ['parsed-literal', ...[classes].flat()].join(' ')})
    const data = {_mdxExplicitJsx: true}
    parent.children[index] = Object.assign(pre, {children: literal.children, data})
  })
}
