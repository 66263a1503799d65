import type {Blockquote, Paragraph, RootContent, Text} from 'mdast'

const marker = /^\s*\[!(?:CAUTION|WARNING|DANGER|NOTE|TIP|IMPORTANT)\]\s*/i

/**
 * The blocks of `> [!CAUTION]` and its like without the marker, which is no text of the author's;
 * undefined for any other node.
 */
export function alertBlocks(node: RootContent): RootContent[] | undefined {
  if (node.type !== 'blockquote') return undefined
  const first = firstText(node)
  if (!first || !marker.test(first.value)) return undefined
  const [paragraph, ...others] = node.children as [Paragraph, ...RootContent[]]
  const [text, ...words] = paragraph.children as [Text, ...Paragraph['children']]
  const children = [{...text, value: text.value.replace(marker, '')}, ...words]
  const isEmpty = words.length === 0 && children[0]!.type === 'text' && children[0].value === ''
  return isEmpty ? others : [{...paragraph, children}, ...others]
}

function firstText({children}: Blockquote): Text | undefined {
  const [paragraph] = children
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  return text?.type === 'text' ? text : undefined
}
