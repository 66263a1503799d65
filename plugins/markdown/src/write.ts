import type {Nodes, Root} from 'mdast'
import {directiveToMarkdown} from 'mdast-util-directive'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {mathToMarkdown} from 'mdast-util-math'
import {mdxToMarkdown} from 'mdast-util-mdx'
import {type Handle, type Join, type Options, toMarkdown} from 'mdast-util-to-markdown'
import type {Dialect} from './dialect.ts'
import type {Token} from './nodes.ts'

/** A tree of nodes that Markdown has, as text. */
export function write(tree: Root, dialect: Dialect): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: dialect === 'mdx',
    rule: '-',
    extensions: [
      frontmatterToMarkdown(['yaml']),
      gfmToMarkdown({tablePipeAlign: false}),
      directiveToMarkdown(),
      ...(hasMath(tree) ? [mathToMarkdown()] : []),
      ...(dialect === 'mdx' ? [mdxToMarkdown()] : []),
      {handlers: {text, token, component} as Options['handlers']},
    ],
    join: [tags(dialect)],
  })
}

/** The extension for formulas escapes each `$`: only where there are formulas is that needed. */
function hasMath(node: Nodes): boolean {
  if (node.type === 'math' || node.type === 'inlineMath') return true
  return 'children' in node && node.children.some(hasMath)
}

/**
 * Text without escapes that are not needed: an underscore within a word begins no emphasis, and a
 * colon begins a directive only before a name with brackets or braces.
 */
const text: Handle = (node: Extract<Nodes, {type: 'text'}>, _, state, info) =>
  state
    .safe(node.value, info)
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<=[^\s:\\])(\s*)\\:(?!:)(?![\p{L}\p{N}_-]*(?:[[{]|$))/gu, '$1:')

const token: Handle = ({name}: Token, _, {stack}) =>
  stack.includes('tableCell') ? `\\|${name}\\|` : `|${name}|`

const component: Handle = ({name}: {name: string}) => `<${name} />`

/** Tags stand close together; in MDX a line of words and tags would take in the next one. */
function tags(dialect: Dialect): Join {
  return (left, right) => {
    if (left.type === 'html' && right.type === 'html' && dialect === 'md') return 0
    return undefined
  }
}
