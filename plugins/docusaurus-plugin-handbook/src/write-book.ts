import {join, relative} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {
  createHighlight,
  english,
  fontOptions,
  toTypst,
  type Font,
  type HandbookOptions,
  type Highlight,
  type TypstBook,
} from '@handrail/handbook'
import {isRunbook, readRunbooks, type Runbook} from '@handrail/runbook'
import type {Root} from 'mdast'
import type {PageReader} from 'remark-rst/read-page'
import {sitePages, siteSettings} from 'remark-rst/site'
import {visit} from 'unist-util-visit'
import {assetFinder} from './asset-finder.ts'
import {edition, handbookSettings} from './edition.ts'
import {generatedSidebar} from './generated-sidebar.ts'
import {sidebarOutline, type OutlineEntry} from './outline.ts'
import {readHead} from './page-head.ts'
import {readSidebars} from './read-sidebars.ts'
import {RequestError, type HandbookRequest} from './request.ts'
import {selectPages} from './select-pages.ts'
import {sitePage, type SitePage} from './site-page.ts'

/** A book as the compiler takes it, with the date of its sources. */
export interface DatedBook {
  readonly book: TypstBook
  /** How many pages of the site are in it. */
  readonly pages: number
  readonly date: string | undefined
}

/** Makes, or finds, what highlights code in these languages. */
export type HighlightFor = (languages: ReadonlySet<string>) => Promise<Highlight>

/** Reads a site and writes what is asked for in Typst. */
export async function writeBook(
  request: HandbookRequest,
  reader: PageReader,
  fonts: readonly Font[],
  highlightFor: HighlightFor = createHighlight,
): Promise<DatedBook> {
  const {siteDir} = request
  const all = readSite(request, reader)
  const wanted = wantedPages(all, request)
  const pages = selectPages(outlineOf(all, wanted, request), wanted, reader)
  const printed = new Map(pages.flatMap((page) => ('path' in page ? [[page.path, page.root]] : [])))
  const options: HandbookOptions = {
    ...bookFacts(request),
    ...fontOptions(fonts),
    elsewhere: all.filter(({path}) => !printed.has(path)).map(({path, routes}) => ({path, routes})),
    asset: assetFinder(siteDir),
    highlight: await highlightFor(languagesOf([...printed.values()])),
  }
  const runbooks = runbooksOf(all, reader).filter(({path}) => printed.has(path))
  return {book: toTypst(pages, runbooks, options), pages: printed.size, date: options.date}
}

function bookFacts({siteDir, paper, runbooksOnly, twoSided, site}: HandbookRequest) {
  const facts = edition(siteDir)
  return {
    ...facts,
    title: facts.title ?? site?.title ?? 'Handbook',
    ...(site && {siteUrl: site.url}),
    ...(runbooksOnly && {subtitle: english.runbooks}),
    ...(paper && {paper}),
    ...(twoSided && {twoSided}),
  }
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

/** Every runbook of the site: one that is printed may lead to one that is not. */
function runbooksOf(all: readonly SitePage[], reader: PageReader): readonly Runbook[] {
  const pages = all.filter(({frontMatter}) => isRunbook(frontMatter))
  return readRunbooks(
    pages.flatMap(({path}) => reader.read(path) ?? []),
    {vocabulary},
  ).runbooks
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

/** The languages of the code on these pages. */
function languagesOf(roots: readonly Root[]): Set<string> {
  const languages = new Set<string>()
  for (const root of roots) {
    visit(root, 'code', ({lang}) => {
      if (lang) languages.add(lang)
    })
  }
  return languages
}
