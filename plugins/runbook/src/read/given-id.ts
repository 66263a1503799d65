import type {Heading, PhrasingContent} from 'mdast'

/** An id that was given to a heading, and the heading's words without it. */
export interface GivenId {
  readonly id: string
  readonly phrasing: PhrasingContent[]
}

const written = /^([\s\S]*?)\{#([\w-]+)\}\s*$/
const commented = /^\s*\/\*\s*#([\w-]+)\s*\*\/\s*$/

/** The id in a heading's data, or at its end, as Docusaurus reads it: `{#id}`, in MDX the comment `#id`. */
export function givenId(heading: Heading): GivenId | undefined {
  const data = heading.data as {id?: unknown; hProperties?: {id?: unknown}} | undefined
  const id = data?.id ?? data?.hProperties?.id
  if (typeof id === 'string') return {id, phrasing: heading.children}
  const last = heading.children.at(-1) as {type: string; value?: string} | undefined
  const before = heading.children.slice(0, -1)
  const comment = last?.type === 'mdxTextExpression' && commented.exec(last.value ?? '')
  if (comment) return {id: comment[1]!, phrasing: trimEnd(before)}
  const text = last?.type === 'text' && written.exec(last.value ?? '')
  if (!text) return undefined
  return {id: text[2]!, phrasing: trimEnd([...before, {type: 'text', value: text[1]!}])}
}

/** Without the white space between the words and the id. */
function trimEnd(phrasing: PhrasingContent[]): PhrasingContent[] {
  const last = phrasing.at(-1)
  if (last?.type !== 'text') return phrasing
  const value = last.value.trimEnd()
  return [...phrasing.slice(0, -1), ...(value === '' ? [] : [{...last, value}])]
}
