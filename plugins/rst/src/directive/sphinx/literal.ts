import {isBlank, leadingSpace} from '../../text/whitespace.ts'
import type {ElementData} from '../../tree.ts'
import {Element, Text} from '../../tree.ts'
import type {Converter, DirectiveCall, Refusal} from '../spec.ts'
import {integer} from '../convert/number.ts'
import {lineIndices} from './line-spec.ts'

/** A whole number, or nothing. */
export const optionalInteger: Converter<number | null> = (text) =>
  text === undefined ? null : integer(text)

/** The options that a block of code has wherever its text comes from. */
export interface CodeOptions {
  class?: string[]
  force?: true
  name?: string
  linenos?: true
  'lineno-start'?: number
}

/**
 * A block of code with Sphinx's attributes: `language`, `linenos`, `force`; and in its data
 * `details`: `linenostart`, and `hl_lines` as numbers from 1.
 */
export function codeElement(
  call: DirectiveCall<CodeOptions>,
  text: string,
  language: string | undefined,
): Element {
  const {options, document} = call
  const element = new Element('literal_block', {}, text === '' ? [] : [new Text(text)], call.line)
  const known = language ?? document.context.get('highlight')
  if (known !== undefined) element.attributes['language'] = known
  if (options.class) element.attributes.classes = options.class
  if (options.force) element.attributes['force'] = true
  const start = options['lineno-start']
  if (options.linenos || start !== undefined) element.attributes['linenos'] = true
  const details: Record<string, unknown> = start === undefined ? {} : {linenostart: start}
  element.data = {details} satisfies ElementData
  return element
}

/** Marks lines of a block of code; answers what is wrong with the option, if anything. */
export function emphasizeLines(
  element: Element,
  spec: string | undefined,
  total: number,
): Refusal | undefined {
  if (spec === undefined) return undefined
  const indices = lineIndices(spec, total)
  if (!Array.isArray(indices)) return indices
  const lines = indices.filter((index) => index < total).map((index) => index + 1)
  element.data = {details: {...element.data?.details, hl_lines: lines}}
  return undefined
}

/** The text without the indentation that its lines share, or without a number of columns. */
export function dedent(text: string, columns: number | null | undefined): string {
  if (columns === undefined) return text
  const lines = text.split('\n')
  const cut = columns ?? commonIndent(lines)
  return lines.map((line) => line.slice(cut)).join('\n')
}

/** The least indentation of lines that are not blank. */
function commonIndent(lines: readonly string[]): number {
  let least = Infinity
  for (const line of lines) if (!isBlank(line)) least = Math.min(least, leadingSpace(line))
  return least
}

/** Puts a block of code under a caption, if it has one. */
export function withCaption(
  call: DirectiveCall<object>,
  element: Element,
  caption: string | undefined,
): Element {
  if (!caption) return element
  const {nodes, messages} = call.parseInline(caption)
  return new Element(
    'container',
    {classes: ['literal-block-wrapper'], literal_block: true},
    [new Element('caption', {}, nodes, call.line), ...messages, element],
    call.line,
  )
}
