import {mkdirSync, watch, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {
  type Compiler,
  compilerMissing,
  createHighlight,
  type Highlight,
  readFonts,
  readTheme,
  startCompiler,
} from '@handrail/handbook'
import {siteReader, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {printedPdf} from './printed-pdf.ts'
import type {HandbookRequest} from './request.ts'
import {type HighlightFor, writeBook} from './write-book.ts'

export type {HandbookRequest, KnownSite} from './request.ts'

export interface HandbookResult {
  /** What is wrong with the sources, for the writer. */
  readonly messages: readonly VFileMessage[]
  /** Why no handbook can be made on this machine. */
  readonly missing?: string
}

/**
 * Prints a site: reads its pages and runbooks, writes them in Typst, compiles, saves the PDF.
 *
 * @throws Error if the request names a page or a sidebar that is not there
 */
export async function buildHandbook(request: HandbookRequest): Promise<HandbookResult> {
  const missing = compilerMissing()
  if (missing !== undefined) return {messages: [], missing}
  const press = openPress(request)
  try {
    return await press.print()
  } finally {
    press.close()
  }
}

/**
 * Prints a site, and again whenever one of its files changes; the compiler stays warm in between,
 * and leaves the last compression out.
 *
 * @param onPrint called after each printing
 * @returns the function that ends it
 */
export async function watchHandbook(
  request: HandbookRequest,
  onPrint: (result: HandbookResult) => void,
): Promise<() => void> {
  const press = openPress(request, {pack: false})
  let printing = press.print().then(onPrint)
  let waiting: NodeJS.Timeout | undefined
  const again = () => {
    clearTimeout(waiting)
    // Editors write a file in several steps.
    waiting = setTimeout(() => (printing = printing.then(press.print).then(onPrint)), 50)
  }
  const settings = siteSettings(request.siteDir)
  const folders = [settings.docs, ...settings.includes].map((name) => join(request.siteDir, name))
  const watchers = folders.map((folder) => watch(folder, {recursive: true}, again))
  await printing
  return () => {
    clearTimeout(waiting)
    watchers.forEach((watcher) => watcher.close())
    press.close()
  }
}

interface Press {
  print(): Promise<HandbookResult>
  close(): void
}

/** A reader and a compiler that serve for more than one printing. */
function openPress(request: HandbookRequest, {pack = true} = {}): Press {
  const {siteDir, out, standard} = request
  const progress = request.onProgress ?? (() => {})
  const reader = siteReader(siteDir, siteSettings(siteDir))
  const fonts = readFonts()
  const theme = readTheme()
  const highlightFor = rememberHighlight()
  let compiler: Compiler | undefined
  const print = async () => {
    progress('Reading the pages')
    reader.refresh()
    const {book, date} = await writeBook(request, reader, fonts, highlightFor)
    progress(`Printing ${book.files.length} files`)
    const options = {pack, ...(date !== undefined && {date}), ...(standard && {standard})}
    const compileBook = () => {
      compiler ??= startCompiler(fonts)
      return compiler.compile(book, theme, options)
    }
    // A book that is printed again and again is not kept.
    const pdf = pack
      ? await printedPdf(siteDir, {book, theme, fonts, options}, compileBook)
      : await compileBook()
    mkdirSync(dirname(resolve(out)), {recursive: true})
    writeFileSync(out, pdf)
    return {messages: book.messages}
  }
  return {print, close: () => compiler?.stop()}
}

/** Highlighting that is made anew only when other languages are asked for. */
function rememberHighlight(): HighlightFor {
  const known = new Map<string, Promise<Highlight>>()
  return (languages) => {
    const key = [...languages].sort().join(' ')
    const highlight = known.get(key) ?? createHighlight(languages)
    known.set(key, highlight)
    return highlight
  }
}
