import {join, relative} from 'node:path'
import type {HandbookPage, HandbookPart} from '@handrail/handbook'
import {isRunbook} from '@handrail/runbook'
import type {PageReader} from 'remark-rst/read-page'
import {sitePages, siteSettings} from 'remark-rst/site'
import {handbookSettings} from './edition.ts'
import {generatedSidebar} from './generated-sidebar.ts'
import {sidebarOutline, type OutlineEntry} from './outline.ts'
import {readHead} from './page-head.ts'
import {readSidebars} from './read-sidebars.ts'
import {RequestError, type HandbookRequest} from './request.ts'
import {selectPages} from './select-pages.ts'
import {sitePage, type SitePage} from './site-page.ts'

/** The pages of a site, and those of them that are printed. */
export interface BookPages {
  readonly all: readonly SitePage[]
  /** In the order of the contents, with the headings over them. */
  readonly printed: readonly (HandbookPage | HandbookPart)[]
}

/**
 * Finds the pages that are asked for, in their order.
 *
 * @throws RequestError if a page or a sidebar is named that is not there
 */
export function bookPages(request: HandbookRequest, reader: PageReader): BookPages {
  const all = readSite(request, reader)
  const wanted = wantedPages(all, request)
  return {all, printed: selectPages(outlineOf(all, wanted, request), wanted, reader)}
}

function readSite({siteDir, site}: HandbookRequest, reader: PageReader): SitePage[] {
  const settings = siteSettings(siteDir)
  const {docs} = settings
  const {routeBasePath} = handbookSettings(siteDir)
  return sitePages(siteDir, settings).flatMap((path) => {
    const head = readHead(siteDir, path, reader)
    if (!head) return []
    const named = sitePage(head, docs, routeBasePath)
    const route = site?.routes.get(path)
    return [route === undefined ? named : {...named, routes: [route]}]
  })
}

/** The pages that were asked for, by their ids. */
function wantedPages(
  all: readonly SitePage[],
  {siteDir, pages, runbooksOnly}: HandbookRequest,
): Map<string, SitePage> {
  const asked = pages?.map((name) => pagesNamed(name, all, siteDir))
  const wanted = (asked?.flat() ?? all).filter(
    ({frontMatter}) => !runbooksOnly || isRunbook(frontMatter),
  )
  return new Map(wanted.map((page) => [page.id, page]))
}

/** The page, or the pages of the folder, that a name stands for. */
function pagesNamed(name: string, all: readonly SitePage[], siteDir: string): SitePage[] {
  const {docs} = siteSettings(siteDir)
  const paths = [join(name), join(docs, name), relative(siteDir, name)]
  const found = all.filter(({path}) =>
    paths.some((asked) => path === asked || path.startsWith(`${asked.replace(/\/$/, '')}/`)),
  )
  if (found.length > 0) return found
  throw new RequestError(`Unexpected page \`${name}\`, expected a file of the site`)
}

/**
 * The order of the pages: that of the sidebars; pages that were asked for by name, or that no
 * sidebar has, come last.
 */
function outlineOf(
  all: readonly SitePage[],
  wanted: ReadonlyMap<string, SitePage>,
  request: HandbookRequest,
): OutlineEntry[] {
  const {siteDir, sidebar, pages, site} = request
  const titles = handbookSettings(siteDir).handbook?.sidebars
  const {docs} = siteSettings(siteDir)
  const sidebars = site?.sidebars ?? readSidebars(siteDir) ?? {}
  if (sidebar !== undefined && !sidebars[sidebar]) {
    const known = Object.keys(sidebars)
      .map((name) => `\`${name}\``)
      .join(', ')
    throw new RequestError(`Unexpected sidebar \`${sidebar}\`, expected one of ${known || 'none'}`)
  }
  const chosen = sidebar === undefined ? sidebars : {[sidebar]: sidebars[sidebar]!}
  const generate = (folder: string) => generatedSidebar(all, join(docs, folder), siteDir)
  const outline = sidebarOutline(chosen, generate, sidebar === undefined ? titles : undefined)
  if (sidebar !== undefined || (titles && !pages)) return outline
  const listed = new Set(outline.flatMap((entry) => ('id' in entry ? [entry.id] : [])))
  const others = [...wanted.keys()].filter((id) => !listed.has(id))
  return [...outline, ...others.map((id) => ({id, level: 1}))]
}
