import {
  decodedPath,
  joinPath,
  type Message,
  NearestName,
  parentPath,
  type Place,
} from '@handrail/rst'
import type {PageLink, PageLinks} from './page-ids.ts'
import {checkMessage, type Severities} from './rules.ts'

const localLink = /^(?![a-z][a-z\d+.-]*:|\/|@site\/)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/is
/** A file from the top of the site: no page of it has an address that ends like that. */
const siteFile = /^(\/(?!\/)[^?#]+\.html?)(?:[?#].*)?$/i
/** A path from the top of the site or of the folder of its pages. */
const topPath = /^(?:@site)?\/(?!\/)([^?#]+)/i
const pageEnding = /\.(rst|mdx?)$/i
const markdownEnding = /\.mdx?$/i
const fileEnding = /\.\w+$/

/** Looks where the links of pages lead: to pages, to places in them, to pictures and other files. */
export class LinkChecker {
  private readonly pages: ReadonlyMap<string, PageLinks>
  private readonly isFile: (path: string) => boolean
  private readonly severities: Severities
  private readonly filesIn: (folder: string) => Iterable<string>
  /** The pages without their endings. */
  private stems: ReadonlySet<string> | undefined

  /**
   * @param isFile whether there is a file at a path like those of the pages
   * @param filesIn the names of the files in a folder, to name the nearest
   */
  constructor(
    pages: Iterable<readonly [path: string, links: PageLinks]>,
    isFile: (path: string) => boolean,
    severities: Severities = {},
    filesIn: (folder: string) => Iterable<string> = () => [],
  ) {
    this.pages = new Map(pages)
    this.isFile = isFile
    this.severities = severities
    this.filesIn = filesIn
  }

  /** What is wrong with the links of a page. */
  messages(path: string): Message[] {
    const {links = []} = this.pages.get(path) ?? {}
    return links.flatMap((link) => this.check(link, path))
  }

  private check(link: PageLink, page: string): Message[] {
    const [, fromTop = ''] = topPath.exec(link.url) ?? []
    const above = joinPath('', decodedPath(fromTop).replace(/^\/+/, ''))
    if (above.startsWith('../')) return this.checkAbove(above, link, page)
    const [, ofSite] = siteFile.exec(link.url) ?? []
    if (ofSite) return this.checkFile(ofSite, `static${ofSite}`, link, page)
    const match = localLink.exec(link.url)
    if (!match) return []
    const path = decodedPath(match[1]!)
    if (link.type === 'image') return this.checkImage(path, link, page)
    if (path !== '' && !pageEnding.test(path))
      return this.checkFile(path, joinPath(parentPath(page), path), link, page)
    const target = path === '' ? page : this.find(path, page)
    if (target === undefined) {
      const names = new NearestName(() => this.pages.keys())
      const near = names.to(joinPath(parentPath(page), path)) ?? ''
      return this.message('link-page', {path, near}, link, page)
    }
    const id = match[2] && decodedPath(match[2])
    return id ? this.checkId(id, target, link, page) : []
  }

  private checkId(id: string, target: string, link: PageLink, page: string): Message[] {
    const {ids, titles} = this.pages.get(target)!
    // The steps of a runbook within another page are there only when the page is shown.
    if (ids.has(id) || titles.has(id) || id.includes('--')) return []
    const near = new NearestName(() => ids).to(id)
    const values = {id, page: target, near: near === undefined ? '' : `#${near}`}
    return this.message('link-anchor', values, link, page)
  }

  private checkFile(path: string, file: string, link: PageLink, page: string): Message[] {
    if (this.isFile(file) || (!fileEnding.test(path) && this.isRoute(file, page))) return []
    return this.message('link-file', {path}, link, page)
  }

  /** A file above the folder of the pages, which is one of those the page is in. */
  private checkAbove(path: string, link: PageLink, page: string): Message[] {
    const isThere = foldersOf(page).some((folder) => this.isFile(joinPath(folder, path)))
    return isThere ? [] : this.message('link-file', {path: link.url}, link, page)
  }

  /** Whether a path without an ending leads to a page; in Markdown it may be any address. */
  private isRoute(path: string, page: string): boolean {
    if (markdownEnding.test(page)) return true
    this.stems ??= new Set([...this.pages.keys()].map((name) => name.replace(/\.\w+$/, '')))
    return this.stems.has(path) || this.stems.has(`${path}/index`)
  }

  private checkImage(path: string, link: PageLink, page: string): Message[] {
    const file = joinPath(parentPath(page), path)
    if (path === '' || this.isFile(file)) return []
    const names = new NearestName(() => this.filesIn(parentPath(file)))
    const near = names.to(file.slice(parentPath(file).length).replace('/', '')) ?? ''
    return this.message('image-missing', {path, near}, link, page)
  }

  /** A page by the path of a link: from its own folder, or from one that leads to it. */
  private find(path: string, page: string): string | undefined {
    const folders = path.startsWith('.') ? [parentPath(page)] : foldersOf(page)
    return folders.map((folder) => joinPath(folder, path)).find((found) => this.pages.has(found))
  }

  private message(
    rule: 'link-page' | 'link-file' | 'link-anchor' | 'image-missing',
    values: Record<string, string>,
    link: PageLink,
    page: string,
  ): Message[] {
    return checkMessage(rule, values, placeOf(link, page), this.severities)
  }
}

/** The folders that a page is in, from its own up. */
function foldersOf(page: string): string[] {
  const folder = parentPath(page)
  return folder === '' || folder === parentPath(folder) ? [folder] : [folder, ...foldersOf(folder)]
}

/** Where a node is written: in a file that the page includes, or in the page. */
export function placeOf(
  {data, position}: Pick<PageLink, 'data' | 'position'>,
  page: string,
): {place: Place; includedFrom: Place[]} {
  const {file = page, line, column, includedFrom = []} = data?.origin ?? {}
  const start = line === undefined ? position?.start : {line, column: column ?? 1}
  const end = line === undefined ? position?.end : start
  const place = {
    file,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    endLine: end?.line ?? 1,
    endColumn: end?.column ?? 1,
  }
  return {place, includedFrom}
}
