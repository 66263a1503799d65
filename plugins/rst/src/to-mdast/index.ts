/**
 * What docutils' elements become in mdast: one handler a type, in the order of docutils' own list
 * of elements. A type that is in none of the lists becomes its content, so nothing is lost.
 */
import type {Root} from 'mdast'
import type {DocumentState} from '../document.ts'
import type {PageData} from '../resolve/pages/data.ts'
import {pageTitle, titleText} from '../resolve/pages/facts.ts'
import {bibliographySpecs, docinfoOf} from './bibliography.ts'
import {codeSpecs} from './code.ts'
import {directiveSpecs, footerOf} from './directive.ts'
import {figureSpecs} from './figure.ts'
import {footnoteSpecs} from './footnote.ts'
import {listSpecs} from './list.ts'
import {referenceSpecs} from './reference.ts'
import {metaOf, sectionSpecs} from './section.ts'
import type {NodeSpec, ToMdastOptions} from './spec.ts'
import {sphinxSpecs} from './sphinx.ts'
import {State} from './state.ts'
import {tableSpecs} from './table.ts'
import {textSpecs} from './text.ts'

export const nodeSpecs: readonly NodeSpec[] = [
  ...sectionSpecs, // titles and what stands between sections
  ...bibliographySpecs, // the head of a document
  ...textSpecs, // paragraphs and what stands in them
  ...listSpecs, // lists, definitions, fields, options
  ...codeSpecs, // literal text, formulas, raw HTML
  ...directiveSpecs, // admonitions, topics, containers
  ...figureSpecs, // pictures
  ...tableSpecs, // tables
  ...footnoteSpecs, // footnotes and citations
  ...referenceSpecs, // links and what they lead to
  ...sphinxSpecs, // what Sphinx adds
]

const handlers = new Map(nodeSpecs.map(({type, handle}) => [type, handle]))

/**
 * Makes mdast of a resolved document. Text, code spans and code blocks hold the characters of the
 * author only: titles that nobody wrote, numbers and messages are left to those who show the page.
 */
export function toMdast(document: DocumentState, options: ToMdastOptions = {}): Root {
  const {tree} = document
  const state = new State(document, options, handlers)
  const children = [...state.flow(tree.children), ...footerOf(tree, state)] as Root['children']
  const root: Root = {type: 'root', children, data: {}}
  const docinfo = (tree.data?.['docinfo'] as PageData | undefined) ?? docinfoOf(tree)
  if (Object.keys(docinfo).length > 0) root.data!.docinfo = docinfo
  const meta = metaOf(tree)
  if (meta.length > 0) root.data!.meta = meta
  const title = pageTitle(tree)
  if (title) root.data!.title = titleText(title)
  return root
}
