import type {Nodes, Root} from 'mdast'
import {directiveToMarkdown} from 'mdast-util-directive'
import {frontmatterToMarkdown} from 'mdast-util-frontmatter'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {mathToMarkdown} from 'mdast-util-math'
import {mdxToMarkdown} from 'mdast-util-mdx'
import {type Handle, type Join, type Options, toMarkdown} from 'mdast-util-to-markdown'
import type {Dialect} from './dialect.ts'
import {root} from './escapes.ts'
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
      {handlers: {root, token, component} as Options['handlers']},
    ],
    join: [closeTags],
  })
}

/** The extension for formulas escapes each `$`: only where there are formulas is that needed. */
function hasMath(node: Nodes): boolean {
  if (node.type === 'math' || node.type === 'inlineMath') return true
  return 'children' in node && node.children.some(hasMath)
}

const token: Handle = ({name}: Token, _, {stack}) =>
  stack.includes('tableCell') ? `\\|${name}\\|` : `|${name}|`

const component: Handle = ({name}: {name: string}) => `<${name} />`

/** Tags stand close together, and so do lines between them that are one element each. */
const closeTags: Join = (left, right) => (isTagLine(left) && isTagLine(right) ? 0 : undefined)

function isTagLine(node: Nodes): boolean {
  if (node.type === 'html') return /^<\/?[a-z]/i.test(node.value)
  const [first] = node.type === 'paragraph' ? node.children : []
  return first?.type === 'html' && /^<(caption|dd|dt|figcaption|td|th)[ >]/.test(first.value)
}
