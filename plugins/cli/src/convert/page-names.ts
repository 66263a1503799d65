import type {Dialect} from '@handrail/markdown'
import {joinPath, parentPath} from '@handrail/rst'
import {relative} from 'node:path/posix'

/** The pages of a site, and what they are called when they are Markdown. */
export class PageNames {
  private readonly docs: string
  private readonly dialects: ReadonlyMap<string, Dialect>

  /**
   * @param docs the folder of the pages, as their paths have it
   * @param dialects of the pages in RST, by path
   */
  constructor(docs: string, dialects: ReadonlyMap<string, Dialect>) {
    this.docs = docs
    this.dialects = dialects
  }

  /** The path of a file below the folder of the pages; `undefined` for one that is elsewhere. */
  within(path: string): string | undefined {
    const name = relative(this.docs, path)
    return name.startsWith('..') ? undefined : name
  }

  /** Where a page is written, below the folder of all pages. */
  target(path: string): string {
    const dialect = this.dialects.get(path)
    const name = this.within(path) ?? path
    return dialect ? name.replace(/\.[^./]*$/, `.${dialect}`) : name
  }

  /** The id that Docusaurus gives a page. */
  id(path: string): string {
    return this.target(path).replace(/\.[^./]*$/, '')
  }

  /** A page by the path of a link: from the folder of the page it is in, or from one above. */
  find(path: string, page: string, isPage: (path: string) => boolean): string | undefined {
    for (let folder = parentPath(page); ; folder = parentPath(folder)) {
      const found = joinPath(folder, path)
      if (isPage(found)) return found
      if (folder === '' || folder === '.' || path.startsWith('.')) return undefined
    }
  }
}

/** The path of a file, as another one names it. */
export function pathFrom(file: string, target: string): string {
  const path = relative(parentPath(file), target)
  return path.startsWith('.') ? path : `./${path}`
}
