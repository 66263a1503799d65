import type {DocumentState} from '../document.ts'
import {anonymousHyperlinks} from './anonymous-hyperlinks.ts'
import {runTransforms} from './apply.ts'
import {remainingReferences} from './dangling-references.ts'
import {externalTargets} from './external-targets.ts'
import {footnotes} from './footnotes.ts'
import {indirectHyperlinks} from './indirect-hyperlinks.ts'
import {internalTargets} from './internal-targets.ts'
import {refersByName, resolveCrossReferences} from './pages/cross-references.ts'
import {takePageData} from './pages/data.ts'
import {factsOf, type PageFacts} from './pages/facts.ts'
import {resolveOnly} from './pages/only.ts'
import {PageIndex} from './pages/page-index.ts'
import {resolveHtmlLinks} from './pages/html-links.ts'
import {listsByPattern, resolveToctrees} from './pages/toctree.ts'
import {propagateTargets} from './propagate-targets.ts'
import {smartQuotes} from './smart-quotes.ts'
import {substitutions} from './substitutions.ts'
import {transitions} from './transitions.ts'

export interface ResolveOptions {
  /** Tags that hold in the expressions of `only` directives; those of HTML by default. */
  tags?: readonly string[]
  /** Names of fields that are data of a page, not text, where they stand under its title. */
  dataFields?: readonly string[]
  /** The document becomes part of a page: what stands at its top is no data of that page. */
  fragment?: boolean
}

/**
 * docutils' transforms as Sphinx applies them to a page: titles stay where they are, messages are
 * for the writer alone.
 */
const pageTransforms = [
  substitutions,
  propagateTargets,
  anonymousHyperlinks,
  indirectHyperlinks,
  footnotes,
  externalTargets,
  internalTargets,
  transitions,
  remainingReferences,
  smartQuotes,
]

/**
 * Resolves all of a page that needs no other page, and answers what others may want to know of
 * it. References to other pages are left for `linkPage`.
 */
export function preparePage(document: DocumentState, options: ResolveOptions = {}): PageFacts {
  const {dataFields = [], fragment = false} = options
  runTransforms(document, pageTransforms)
  if (!fragment) {
    const docinfo = takePageData(document.tree, new Set(dataFields))
    document.tree.data = {...document.tree.data, docinfo}
  }
  return factsOf(document)
}

/** Whether a prepared page asks what is known only when all pages are. */
export function asksAllPages(document: DocumentState): boolean {
  return refersByName(document) || listsByPattern(document)
}

/** The tags that hold where Sphinx builds HTML. */
const htmlTags = ['html', 'format_html', 'builder_html']

/** Links a prepared page to the others. */
export function linkPage(
  document: DocumentState,
  index: PageIndex,
  {tags = htmlTags}: ResolveOptions = {},
): void {
  resolveOnly(document, new Set(tags))
  resolveHtmlLinks(document, index)
  resolveCrossReferences(document, index)
  resolveToctrees(document, index)
}

/** Resolves a page that stands alone. */
export function resolve(document: DocumentState, options: ResolveOptions = {}): void {
  const index = new PageIndex()
  index.set(String(document.tree.attributes['source']), preparePage(document, options))
  linkPage(document, index, options)
}
