import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {element} from './jsx.ts'

/**
 * Keeps the lines of literal text with markup. The theme's component for `pre` shows the content
 * alone, because it only ever expects a code block in there; an element written as JSX it lets be.
 */
export function adaptLiterals(tree: Root): void {
  visit(tree, 'parsedLiteral', (literal, index, parent) => {
    if (!parent || index === undefined) return
    const pre = element('pre', {className: 'parsed-literal'})
    parent.children[index] = Object.assign(pre, {children: literal.children})
  })
}
