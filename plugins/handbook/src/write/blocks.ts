import type {
  Blockquote,
  Image,
  ImageReference,
  Paragraph,
  PhrasingContent,
  ThematicBreak,
} from 'mdast'
import type {Node} from 'unist'
import {asAny, classesOf, type AnyNode, type LineBlock} from '../tree/nodes.ts'
import {call, code} from '../typst/call.ts'
import {admonition} from './directive.ts'
import {blockImage} from './image.ts'
import type {Writer} from './writer.ts'

/** What stands in a paragraph without being read; alone, it makes no paragraph. */
const wordless = new Set(['anchor', 'indexEntry'])

export function paragraph(node: Paragraph, writer: Writer): string {
  const [only, ...others] = node.children.filter((child) => !wordless.has(child.type))
  if (only && others.length === 0 && isImage(only)) return blockImage(only, writer)
  const content = writer.phrasing(node.children)
  if (content === 'none') return ''
  if (node.children.every((child) => wordless.has(child.type))) return content
  const classes = classesOf(node)
  if (classes.includes('rubric')) return call('rubric', [code(content)])
  if (classes.includes('attribution')) return call('attribution', [code(content)])
  return writer.scope.tight ? content : call('par', [code(content)])
}

/** A picture alone in its paragraph is none of a line. */
function isImage(node: PhrasingContent): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference'
}

const alert = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** A quotation, or an alert as GitHub writes them: a quotation that starts with `[!CAUTION]`. */
export function blockquote(node: Blockquote, writer: Writer): string {
  const opened = openAlert(node)
  if (opened) return admonition(opened.name, undefined, opened.content, writer)
  const content = writer.inside({tight: false}).flow(node.children)
  return content === 'none' ? '' : call('quotation', [code(content)])
}

function openAlert(node: Blockquote): {name: string; content: readonly Node[]} | undefined {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph') return undefined
  const [words, ...others] = first.children
  const match = words?.type === 'text' ? alert.exec(words.value) : null
  if (!match || words?.type !== 'text') return undefined
  const value = words.value.slice(match[0].length)
  const kept = value === '' ? others : [{...words, value}, ...others]
  const paragraph = kept.length > 0 ? [{...first, children: kept}] : []
  return {name: match[1]!.toLowerCase(), content: [...paragraph, ...rest]}
}

export function thematicBreak(_node: ThematicBreak): string {
  return 'transition()'
}

/** Lines that stay lines; nested blocks are indented. */
export function lineBlock(node: LineBlock, writer: Writer): string {
  const lines = node.children.map((child) => lineOf(asAny(child), writer))
  return call('line-block', lines.map(code))
}

function lineOf(child: AnyNode, writer: Writer): string {
  if (child.type === 'lineBlock') return lineBlock(child as unknown as LineBlock, writer)
  const content = writer.phrasing(child.children ?? [])
  return content === 'none' ? '[]' : content
}
