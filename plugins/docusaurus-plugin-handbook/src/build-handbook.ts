import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {
  type Font,
  type HandbookOptions,
  type Paper,
  type TypstBook,
  compile,
  compilerMissing,
  coverageOf,
  createHighlight,
  readFonts,
  readTheme,
  toTypst,
} from '@handrail/handbook'
import {readRunbooks} from '@handrail/runbook'
import type {Page} from 'remark-rst/read-page'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import {visit} from 'unist-util-visit'
import type {VFileMessage} from 'vfile-message'
import {assetFinder} from './asset-finder.ts'
import {printedPdf} from './printed-pdf.ts'
import {edition} from './edition.ts'
import {orderedPages, routeOf} from './ordered-pages.ts'

export interface HandbookRequest {
  siteDir: string
  /** Files to print, relative to the site; all by default. */
  pages?: readonly string[]
  paper?: Paper
  runbooksOnly?: boolean
  /** Mirrored margins. */
  twoSided?: boolean
  /** The file to write, relative to the working folder. */
  out: string
  onProgress?(step: string): void
}

export interface HandbookResult {
  /** What is wrong with the sources, for the writer. */
  messages: readonly VFileMessage[]
  /** Why no handbook can be made on this machine. */
  missing?: string
}

/** Prints a site: reads its pages and runbooks, writes them in Typst, compiles, saves the PDF. */
export async function buildHandbook(request: HandbookRequest): Promise<HandbookResult> {
  const missing = compilerMissing()
  if (missing !== undefined) return {messages: [], missing}
  const progress = request.onProgress ?? (() => {})
  progress('Reading the pages')
  const fonts = readFonts()
  const {book, date, messages} = await readBook(request, fonts)
  progress(`Printing ${book.files.length} files`)
  const pdf = await printedPdf(request.siteDir, [book.source, book.files, readTheme(), date], () =>
    compile(book, readTheme(), fonts, {...(date !== undefined && {date})}),
  )
  mkdirSync(dirname(resolve(request.out)), {recursive: true})
  writeFileSync(request.out, pdf)
  return {messages}
}

interface Read {
  book: TypstBook
  date: string | undefined
  messages: readonly VFileMessage[]
}

async function readBook(request: HandbookRequest, fonts: readonly Font[]): Promise<Read> {
  const {siteDir, pages: wanted, runbooksOnly, paper, twoSided} = request
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const all = sitePages(siteDir, settings).flatMap((path) => reader.read(path) ?? [])
  const {runbooks} = readRunbooks(all, {vocabulary})
  const isRunbook = ({path}: Page): boolean => runbooks.some((one) => one.path === path)
  const chosen = wanted
    ? all.filter(({path}) => wanted.includes(path))
    : all.filter((page) => !runbooksOnly || isRunbook(page))
  const printed = new Set(chosen.map(({path}) => path))
  const {title, ...facts} = edition(siteDir)
  const options: HandbookOptions = {
    ...facts,
    title,
    ...(paper && {paper}),
    ...(twoSided && {twoSided}),
    elsewhere: all
      .filter(({path}) => !printed.has(path))
      .map((page) => ({path: page.path, routes: [routeOf(page, settings.docs)]})),
    asset: assetFinder(siteDir),
    highlight: await createHighlight(languagesOf(chosen)),
    covers: coverageOf(fonts),
  }
  const book = toTypst(
    orderedPages(chosen, settings.docs),
    runbooks.filter(({path}) => printed.has(path)),
    options,
  )
  return {book, date: facts.date, messages: book.messages}
}

/** The languages of the code on these pages. */
function languagesOf(pages: readonly Page[]): Set<string> {
  const languages = new Set<string>()
  for (const {tree} of pages) {
    visit(tree, 'code', ({lang}) => {
      if (lang) languages.add(lang)
    })
  }
  return languages
}
