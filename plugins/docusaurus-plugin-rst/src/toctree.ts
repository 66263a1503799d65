import path from 'node:path'
import {decodedPath} from '@handrail/rst'
import type {Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'

/** A list of pages in a page: the entries of one `toctree`. */
export interface Toctree {
  caption: string | undefined
  isHidden: boolean
  entries: readonly TocEntry[]
}

export interface TocEntry {
  /** As the author wrote it; otherwise it is the title of the page. */
  title: string | undefined
  /** An address elsewhere, or the absolute path of a page. */
  target: {href: string} | {file: string}
}

/** The lists of pages in a page, in order. */
export function toctreesOf(tree: Root, file: string): Toctree[] {
  const found: Toctree[] = []
  visit(tree, 'leafDirective', (directive) => {
    if (directive.name === 'toctree') found.push(toctreeOf(directive, file))
  })
  return found
}

/** What one directive lists. */
export function toctreeOf({data, attributes}: LeafDirective, file: string): Toctree {
  const entries = data?.entries ?? []
  return {
    caption: attributes?.['caption'] ?? undefined,
    isHidden: attributes?.['hidden'] === 'true',
    entries: entries.map(({title, url}) => ({title, target: targetOf(url, file)})),
  }
}

function targetOf(url: string, file: string): TocEntry['target'] {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return {href: url}
  return {file: path.join(path.dirname(file), decodedPath(url.replace(/[#?].*$/s, '')))}
}
