import type {Paragraph, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Part} from './part.ts'
import {rangeOf} from './part.ts'

/** A directive as it is written in a paragraph of Markdown. */
export interface WrittenDirective {
  name: string
  argument: string
  options: {name: string; value: string}[]
  /** Lines that are neither a directive nor an option of one. */
  strays: Range[]
  range: Range
}

/** Offsets into the text of the file. */
export type Range = [start: number, end: number]

const directiveLine =
  /^\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([A-Za-z0-9]+(?:[-_.:+][A-Za-z0-9]+)*)::(?:[ \t]+(.*))?$/
const optionLine = /^:([^:\s](?:[^:]*[^:\s])?):(?:[ \t]+(.*))?$/
/** What stands before a line's content inside quotes and lists. */
const prefix = /^[ \t>]*/

/** The paragraphs of a part that start with a directive, in order. */
export function directiveParagraphs(tree: Root, part: Part): Map<Paragraph, WrittenDirective[]> {
  const found = new Map<Paragraph, WrittenDirective[]>()
  visit(tree, 'paragraph', (paragraph) => {
    const directives = readDirectives(part.text, rangeOf(paragraph))
    if (directives.length) found.set(paragraph, directives)
  })
  return found
}

/**
 * Reads a paragraph that starts with a directive; more directives may follow it on lines of their
 * own. Empty for any other paragraph.
 *
 *     .. include:: ../shared/drbd.rst
 *        :start-after: .. status
 */
function readDirectives(text: string, [start, end]: Range): WrittenDirective[] {
  if (!text.startsWith('..', start)) return []
  const directives: WrittenDirective[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    const content = line.replace(prefix, '').trimEnd()
    const from = at + line.length - line.replace(prefix, '').length
    const isFirst = at === start
    at += line.length + 1
    const opening = directiveLine.exec(content)
    if (opening) directives.push(opened(opening, [from, from + content.length]))
    else if (isFirst) return []
    else if (content !== '') continueDirective(directives.at(-1)!, content, from)
  }
  return directives
}

function opened([, name, argument]: RegExpExecArray, range: Range): WrittenDirective {
  return {
    name: name!.toLowerCase(),
    argument: argument?.trim() ?? '',
    options: [],
    strays: [],
    range,
  }
}

function continueDirective(directive: WrittenDirective, content: string, from: number): void {
  const option = optionLine.exec(content)
  if (option) directive.options.push({name: option[1]!.toLowerCase(), value: option[2] ?? ''})
  else directive.strays.push([from, from + content.length])
}
