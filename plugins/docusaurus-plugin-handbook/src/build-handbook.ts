import {existsSync, type FSWatcher, mkdirSync, readFileSync, watch, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {
  type Compiler,
  compilerMissing,
  createHighlight,
  type Highlight,
  readFonts,
  readTheme,
  startCompiler,
  themes,
} from '@handrail/handbook'
import {siteReader, siteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {printedPdf} from './printed-pdf.ts'
import {RequestError, type HandbookRequest} from './request.ts'
import {type HighlightFor, writeBook} from './write-book.ts'

export {RequestError} from './request.ts'
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
 * @throws RequestError if the request names a page, a sidebar or a theme that is not there
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

/** What is told of the printings of a site that is watched. */
export interface WatchReport {
  onPrint(result: HandbookResult): void
  /** A printing that failed; the next change starts another one. */
  onFailure(error: unknown): void
}

/**
 * Prints a site, and again whenever one of its files changes; the compiler stays warm in between,
 * and leaves the last compression out.
 *
 * @returns the function that ends it, once a printing that is under way is done
 */
export async function watchHandbook(
  request: HandbookRequest,
  {onPrint, onFailure}: WatchReport,
): Promise<() => Promise<void>> {
  const missing = compilerMissing()
  if (missing !== undefined) {
    onPrint({messages: [], missing})
    return async () => {}
  }
  const press = openPress(request, {watched: true})
  const folders = sourceFolders(request)
  let waiting: NodeJS.Timeout | undefined
  let watchers: FSWatcher[] = []
  let isOver = false
  const stopWatching = () => watchers.forEach((watcher) => watcher.close())
  const again = () => {
    clearTimeout(waiting)
    // Editors write a file in several steps.
    waiting = setTimeout(() => (printing = printing.then(print)), 50)
  }
  const print = async () => {
    if (isOver) return
    // Anew each time: a file that an editor has put in the place of another is not watched any more.
    stopWatching()
    try {
      watchers = folders.map((folder) => watch(folder, {recursive: true}, again))
      onPrint(await press.print())
    } catch (error) {
      onFailure(error)
    }
  }
  let printing = print()
  await printing
  return async () => {
    isOver = true
    clearTimeout(waiting)
    stopWatching()
    await printing
    press.close()
  }
}

function sourceFolders({siteDir}: HandbookRequest): string[] {
  const {docs, includes} = siteSettings(siteDir)
  return [docs, ...includes].map((name) => join(siteDir, name)).filter((name) => existsSync(name))
}

interface Press {
  print(): Promise<HandbookResult>
  close(): void
}

/** A reader and a compiler that serve for more than one printing. */
function openPress(request: HandbookRequest, {watched = false} = {}): Press {
  const {siteDir, out, standard} = request
  const {onProgress: progress = () => {}, onMessage = () => {}} = request
  const reader = siteReader(siteDir, siteSettings(siteDir))
  const fonts = readFonts()
  const highlightFor = rememberHighlight()
  let compiler: Compiler | undefined
  const close = () => {
    compiler?.stop()
    compiler = undefined
  }
  const print = async () => {
    const start = performance.now()
    progress('Reading the pages')
    reader.refresh()
    const {book, pages, date} = await writeBook(request, reader, fonts, highlightFor)
    book.messages.forEach(onMessage)
    progress(`Printing ${pages} pages of the site`)
    const theme = themeSource(request.theme)
    const how = watched ? {pack: false, again: true} : {}
    const options = {...how, ...(date !== undefined && {date}), ...(standard && {standard})}
    const compileBook = async () => {
      compiler ??= startCompiler(fonts)
      try {
        return await compiler.compile(book, theme, options)
      } catch (error) {
        // It may have ended; another printing starts a new one.
        close()
        throw error
      }
    }
    // A book that is printed again and again is not kept.
    const pdf = watched
      ? await compileBook()
      : await printedPdf(siteDir, {book, theme, fonts, options}, compileBook)
    mkdirSync(dirname(resolve(out)), {recursive: true})
    writeFileSync(out, pdf)
    progress(`Printed ${size(pdf)} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return {messages: book.messages}
  }
  return {print, close}
}

function size({length}: Uint8Array): string {
  return `${(length / 1e6).toFixed(1)} MB`
}

/** The source of a theme by its name, or in a file of the site's owner. */
function themeSource(theme = 'handbook'): string {
  const own = themes.find((name) => name === theme)
  if (own) return readTheme(own)
  if (existsSync(theme)) return readFileSync(theme, 'utf8')
  throw new RequestError(
    `Unexpected theme \`${theme}\`, expected ${themes.join(', ')} or a \`.typ\` file`,
  )
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
