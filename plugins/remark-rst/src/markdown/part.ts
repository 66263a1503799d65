import type {Message, PageIndex, Place} from '@handrail/rst'
import type {Root} from 'mdast'
import type {Node} from 'unist'
import type {Definitions} from '../definitions.ts'
import type {RstOptions} from '../options.ts'
import type {MarkdownParser} from '../page.ts'

/** One reading of a Markdown file: the page itself or a fragment that it includes. */
export interface Part {
  /** The file, as messages name it. */
  path: string
  text: string
  tree: Root
  /** The include directives that led to the file, innermost first. */
  includedFrom: Place[]
}

/** What is known while a page is read with all it includes. */
export interface Reading {
  /** The page, as messages name it. */
  document: string
  options: RstOptions
  /** Parses Markdown the way the page was parsed. */
  parseMarkdown: MarkdownParser
  /** Where references to other pages lead. */
  index: PageIndex
  /** Definitions of the substitution files and of the RST fragments included so far. */
  definitions: Definitions
  messages: Message[]
}

/** A range of a part's text as a place in its file. */
export function placeIn(part: Part, start: number, end: number): Place {
  const from = pointAt(part.text, start)
  const to = pointAt(part.text, end)
  return {
    file: part.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  }
}

function pointAt(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  let line = 1
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++
  return {line, column: offset - lineStart + 1}
}

/** The range of the text a node was read from; empty where other plugins made the node. */
export function rangeOf(node: Node): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

/** The text a node was read from. */
export function sourceOf(node: Node, part: Part): string {
  return part.text.slice(...rangeOf(node))
}
