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
import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import {assetFinder} from './asset-finder.ts'
import {bookPages} from './book-pages.ts'
import {edition} from './edition.ts'
import type {HandbookRequest} from './request.ts'
import type {SitePage} from './site-page.ts'
import {tolerantReader} from './tolerant-reader.ts'

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
  anyReader: PageReader,
  fonts: readonly Font[],
  highlightFor: HighlightFor = createHighlight,
): Promise<DatedBook> {
  const {siteDir} = request
  const unread: VFileMessage[] = []
  const reader = tolerantReader(anyReader, (message) => unread.push(message))
  const {all, printed: pages} = bookPages(request, reader)
  const printed = new Map(pages.flatMap((page) => ('path' in page ? [[page.path, page.root]] : [])))
  const options: HandbookOptions = {
    ...bookFacts(request),
    ...fontOptions(fonts),
    elsewhere: all.filter(({path}) => !printed.has(path)).map(({path, routes}) => ({path, routes})),
    asset: assetFinder(siteDir),
    keys: vocabulary.keys,
    highlight: await highlightFor(languagesOf([...printed.values()])),
  }
  const runbooks = runbooksOf(all, reader).filter(({path}) => printed.has(path))
  const book = toTypst(pages, runbooks, options)
  const messages = [...unread, ...book.messages]
  return {book: {...book, messages}, pages: printed.size, date: options.date}
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

/** Every runbook of the site: one that is printed may lead to one that is not. */
function runbooksOf(all: readonly SitePage[], reader: PageReader): readonly Runbook[] {
  const pages = all.filter(({frontMatter}) => isRunbook(frontMatter))
  return readRunbooks(
    pages.flatMap(({path}) => reader.read(path) ?? []),
    {vocabulary},
  ).runbooks
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
