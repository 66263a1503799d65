import type {Heading, Nodes, PhrasingContent, Root} from 'mdast'

const written = /^([\s\S]*?)\{#([\w-]+)\}\s*$/
const commented = /^\s*\/\*\s*#([\w-]+)\s*\*\/\s*$/

/**
 * The tree of a page with the ids that its headings are given, which Docusaurus reads from their
 * ends: `{#id}`, and in MDX the comment `#id`. The page's own tree is left as it is.
 */
export function givenIds(root: Root): Root {
  return withIds(root) as Root
}

function withIds(node: Nodes): Nodes {
  if (node.type === 'heading') return namedHeading(node)
  if (!('children' in node)) return node
  return {...node, children: node.children.map(withIds)} as Nodes
}

function namedHeading(heading: Heading): Heading {
  const before = heading.children.slice(0, -1)
  const last = heading.children.at(-1)
  const value = last && 'value' in last ? last.value : ''
  const comment = isExpression(last) && commented.exec(value)
  if (comment) return {...heading, children: trimmed(before), data: dataOf(comment[1]!)}
  const text = last?.type === 'text' && written.exec(value)
  if (!text) return heading
  const children = [...before, {...last, value: text[1]!}]
  return {...heading, children: trimmed(children), data: dataOf(text[2]!)}
}

/** Without the white space between the words and the id. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1)
  if (last?.type !== 'text') return [...children]
  const value = last.value.trimEnd()
  return [...children.slice(0, -1), ...(value === '' ? [] : [{...last, value}])]
}

function dataOf(id: string): Heading['data'] {
  return {id} as Heading['data']
}

function isExpression(node: PhrasingContent | undefined): boolean {
  return node !== undefined && (node.type as string) === 'mdxTextExpression'
}
