import type {Message} from '@handrail/rst'
import type {Root} from 'mdast'
import type {Definitions} from './definitions.ts'
import {resolveMarkdown} from './markdown/resolve-markdown.ts'
import type {RstOptions} from './options.ts'
import {readRst} from './read-rst.ts'

/** The names of files that are RST; all others are Markdown. */
export const rstFile = /\.(rst|rest)$/i

/** Parses Markdown; the path is the file's, for messages. */
export type MarkdownParser = (text: string, path: string) => Root

/** What a page is read with. */
export interface PageContext {
  options: RstOptions
  /** The definitions of the substitution files. */
  definitions: Definitions
}

export function parseRstPage(
  text: string,
  path: string,
  {options, definitions}: PageContext,
): {tree: Root; messages: Message[]} {
  const {tree, document} = readRst(text, path, options, definitions.document)
  return {tree, messages: document.messages}
}

/** Resolves includes, runbooks and tokens of a Markdown tree in place. */
export function resolveMarkdownPage(
  tree: Root,
  text: string,
  path: string,
  {options, definitions}: PageContext,
  parseMarkdown: MarkdownParser,
): Message[] {
  const messages: Message[] = []
  const page = {path, text, tree, includedFrom: []}
  resolveMarkdown(page, {document: path, options, parseMarkdown, definitions, messages})
  return messages
}
