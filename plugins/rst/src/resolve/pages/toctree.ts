import type {DocumentState} from '../../document.ts'
import type {Element} from '../../tree.ts'
import {relativePath} from '../../text/path.ts'
import {NearestName} from '../nearest.ts'
import {typesIn} from '../presence.ts'
import {reportLoose} from '../report.ts'
import {elementsOf} from '../walk.ts'
import type {PageIndex} from './page-index.ts'

/** An entry of a `toctree`: a page or an address, with a title if the author gave one. */
export interface TocEntry {
  title?: string
  url: string
}

/** What the directive keeps of its content and options. */
interface Details {
  entries?: [title: string | undefined, target: string][]
  glob?: boolean
  reversed?: boolean
}

/** Finds the pages that lists of pages name; those that do not exist are reported. */
export function resolveToctrees(document: DocumentState, index: PageIndex): void {
  if (!typesIn(document).has('toctree')) return
  const page = String(document.tree.attributes['source'])
  const nearest = new NearestName(() => index.pageNames(page))
  for (const toctree of elementsOf(document.tree, 'toctree')) {
    const {entries = [], glob = false, reversed = false} = (toctree.data?.details ?? {}) as Details
    const seen = new Set([page])
    const found: TocEntry[] = entries.flatMap(([title, target]) => {
      if (glob && /[*?[]/.test(target)) return matching(index, target, page, seen)
      const url = addressOf(index, target, page, seen)
      if (url !== undefined) return [title === undefined ? {url} : {title, url}]
      report(document, toctree, target, nearest)
      return []
    })
    toctree.data!['entries'] = reversed ? found.reverse() : found
  }
}

/** Whether a document lists pages by pattern. */
export function listsByPattern(document: DocumentState): boolean {
  if (!typesIn(document).has('toctree')) return false
  return elementsOf(document.tree, 'toctree').some(({data}) => (data?.details as Details)?.glob)
}

/** The pages a pattern names that are not in the list yet. */
function matching(index: PageIndex, pattern: string, from: string, seen: Set<string>): TocEntry[] {
  const pages = index.pagesLike(pattern, from).filter((page) => !seen.has(page))
  for (const page of pages) seen.add(page)
  return pages.map((page) => ({url: relativePath(from, page)}))
}

function addressOf(
  index: PageIndex,
  target: string,
  from: string,
  seen: Set<string>,
): string | undefined {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(target)) return target
  const page = target === 'self' ? from : index.findPage(target, from)?.page
  if (page === undefined) return undefined
  seen.add(page)
  return relativePath(from, page)
}

function report(
  document: DocumentState,
  toctree: Element,
  name: string,
  nearest: NearestName,
): void {
  const near = nearest.to(name)
  const notes = near === undefined ? [] : [{text: `Did you mean \`${near}\`?`}]
  reportLoose(document, 'toctree-page', {name}, toctree, {notes})
}
