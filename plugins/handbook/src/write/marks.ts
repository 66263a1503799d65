import type {Delete, Emphasis, InlineCode, Strong} from 'mdast'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import {inlinePieces} from '../code/pieces.ts'
import {type InlineRole, propertyOf} from '../tree/nodes.ts'
import {call, code, inlineBlock, type Value} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import type {Writer} from './writer.ts'

type Marked = Node & {children: Node[]}

function marked(name: string) {
  return (node: Marked, writer: Writer): string => {
    const content = writer.phrasing(node.children)
    return content === 'none' ? '' : call(name, [code(content)])
  }
}

export const emphasis: (node: Emphasis, writer: Writer) => string = marked('emph')
export const strong: (node: Strong, writer: Writer) => string = marked('strong')
export const deleted: (node: Delete, writer: Writer) => string = marked('strike')
export const subscript: (node: InlineRole, writer: Writer) => string = marked('sub')
export const superscript: (node: InlineRole, writer: Writer) => string = marked('super')

/** Code in a line: pieces that stay whole, so that no hyphen is lost or added at a line's end. */
export function inlineCode(node: InlineCode, writer: Writer): string {
  const value = writer.printable(node.value.replace(/[\r\n\t]+/g, ' '), node)
  if (writer.scope.literal) return literal(value)
  return value === '' ? '' : call('mono', codePieces(value, writer), {copy: copyOf(value, writer)})
}

/**
 * Where words of code that may be cut at a space have their text, which then is copied as one. Not
 * in a heading: what the head of a page repeats is no text.
 */
function copyOf(value: string, {scope, book}: Writer): number | undefined {
  return scope.heading || !value.includes(' ') ? undefined : book.copies.push(value) - 1
}

/** Inline code as arguments: strings, and `keep(…)` around what must stay whole. */
export function codePieces(value: string, {scope, book}: Writer): Value[] {
  const line = book.options.paper === 'a5' ? 36 : 60
  return inlinePieces(value, scope.narrow ? 24 : line).map(({text, whole}) =>
    whole ? code(call('keep', [text])) : text,
  )
}

/** Roles whose words are typed or shown as they are. */
const codeRoles =
  /^(?:file|samp|command|program|option|envvar|regexp|makevar|mailheader|mimetype|newsgroup|code)$/

/** A role of reStructuredText, or the element of HTML that says the same. */
export function inlineRole(node: InlineRole, writer: Writer): string {
  const role = node.role ?? ''
  if (codeRoles.test(role)) {
    return inlineCode({type: 'inlineCode', value: toString(node), position: node.position}, writer)
  }
  const content = writer.phrasing(node.children)
  if (content === 'none') return ''
  if (role === 'kbd') return call('key', [code(content)])
  if (role === 'guilabel' || role === 'menuselection') return call('ui', [code(content)])
  if (role === 'mark' || role === 'underline') return call('underline', [code(content)])
  if (role === 'abbr') return abbreviation(node, content, writer)
  return content
}

/** An abbreviation with what it stands for, where a website would show it under the pointer. */
function abbreviation(node: InlineRole, content: string, writer: Writer): string {
  const title = propertyOf(node, 'title')
  return title ? inlineBlock([content, writer.text(` (${title})`, node)]) : content
}
