import {blockquote, lineBlock, paragraph, thematicBreak} from './blocks.ts'
import {codeBlock} from './code.ts'
import {definitionDescription, definitionList, definitionTerm} from './definition-list.ts'
import {containerDirective, leafDirective, textDirective} from './directive.ts'
import {inlineMath, inner, math, nothing, unknown, unprinted} from './fallback.ts'
import {footnoteDefinition, footnoteReference} from './footnote.ts'
import {heading} from './heading.ts'
import {figure, image, imageReference} from './image.ts'
import {indexEntry} from './index-entry.ts'
import {link, linkReference} from './link.ts'
import {checkbox, list} from './list.ts'
import {deleted, emphasis, inlineCode, inlineRole, strong, subscript, superscript} from './marks.ts'
import {parsedLiteral} from './parsed-literal.ts'
import {spanTable, table} from './table.ts'
import {lineBreak, text} from './text.ts'
import type {Writer} from './writer.ts'

/** Writes a node as one Typst expression; an empty string if it leaves nothing. */
export type Handler = (node: never, writer: Writer) => string

/** Every type of node that can be printed, and what writes it. */
export const handlers: Readonly<Record<string, Handler | undefined>> = {
  // Blocks
  paragraph,
  heading,
  list,
  definitionList,
  definitionTerm,
  definitionDescription,
  code: codeBlock,
  parsedLiteral,
  blockquote,
  lineBlock,
  table,
  spanTable,
  figure,
  figureCaption: inner,
  math,
  thematicBreak,
  containerDirective,
  leafDirective,
  footnoteDefinition,

  // Within a line
  text,
  emphasis,
  strong,
  delete: deleted,
  inlineCode,
  break: lineBreak,
  checkbox,
  link,
  linkReference,
  image,
  imageReference,
  footnoteReference,
  subscript,
  superscript,
  inlineRole,
  inlineMath,
  textDirective,

  // Without words
  anchor: inner,
  indexEntry,
  definition: nothing,
  yaml: nothing,
  toml: nothing,

  unprinted,
  unknown,
}
