import type {Runbook} from '@handrail/runbook'
import type {HandbookOptions, HandbookPage, HandbookPart, TypstBook, TypstFile} from './book.ts'
import {settingsFile} from './settings.ts'
import {indexPages} from './index-pages.ts'
import {printRunbook} from './runbook/print-runbook.ts'
import {runbookPage} from './runbook/runbook-page.ts'
import {symptomIndex} from './runbook/symptoms.ts'
import {labelOf} from './target/labels.ts'
import {printedPage, resolver, type PrintedPage} from './target/registry.ts'
import {openMarkup} from './tree/open-markup.ts'
import {call, code} from './typst/call.ts'
import {literal} from './typst/literal.ts'
import {english, type Words} from './words.ts'
import {titleWords} from './write/heading.ts'
import {addressLines} from './write/link.ts'
import {pageWriter, type Book, type Writer} from './write/writer.ts'

/** An entry of the book in its order. */
type Entry = {readonly part: HandbookPart} | {readonly page: PrintedPage}

/**
 * Writes a handbook in Typst: pages in their order, each a file; runbooks as quick reference
 * pages, where their page stands or at the end; then the index by symptom and the index. Pure: the
 * same input gives the same text. Never throws: what is wrong with the sources is in `messages`,
 * and the book is printed all the same.
 *
 * @param pages pages and categories in the order of the contents
 * @param runbooks those to be printed as such; one whose page is missing gets a page of its own
 */
export function toTypst(
  pages: readonly (HandbookPage | HandbookPart)[],
  runbooks: readonly Runbook[],
  options: HandbookOptions,
): TypstBook {
  const words: Words = {...english, ...options.words}
  const entries = bookEntries(pages, runbooks, words)
  const printed = entries.flatMap((entry) => ('page' in entry ? [entry.page] : []))
  const book: Book = {
    options,
    words,
    resolve: resolver(printed, options.elsewhere ?? [], options.siteUrl),
    runbooks: new Map(printed.flatMap((page) => (page.runbook ? [[page.runbook.name, page]] : []))),
    titles: new Map(printed.map(({path, title}) => [labelOf(path), title])),
    messages: [],
    labels: new Set(),
    index: new Map(),
    copies: [],
    assets: new Map(),
  }
  const bodies = entries.map((entry, at) => {
    return entrySource(entry, entries[at - 1], book)
  })
  const writer = pageWriter(book, unboundPage)
  const front = symptomIndex(printed, writer)
  const back = indexPages(book, writer)
  const files = bodies.map((text, at) => ({path: entryPath(at), text: preamble + text}))
  return {
    source: mainSource(files, front, back),
    files: [settingsFile(options, words), ...files, ...book.assets.values()],
    messages: book.messages,
    copies: book.copies,
  }
}

const preamble = '#import "/theme.typ": *\n'

function entryPath(at: number): string {
  return `/pages/${String(at + 1).padStart(4, '0')}.typ`
}

function mainSource(files: readonly TypstFile[], front: string, back: string): string {
  const body = [
    'title-page()',
    'contents()',
    front,
    ...files.map(({path}) => `include ${literal(path)}`),
    back,
  ]
  const lines = body.filter((line) => line !== '').map((line) => `#${line}\n`)
  return `${preamble}#show: handbook\n${lines.join('')}`
}

/** Pages in order; runbooks without a page come last, under a heading of their own. */
function bookEntries(
  pages: readonly (HandbookPage | HandbookPart)[],
  runbooks: readonly Runbook[],
  words: Words,
): Entry[] {
  const byPath = new Map(runbooks.map((runbook) => [runbook.path, runbook]))
  const entries = pages.map((page): Entry => {
    if ('part' in page) return {part: page}
    const runbook = byPath.get(page.path)
    byPath.delete(page.path)
    return {page: printedPage({...page, root: openMarkup(page.root)}, runbook && opened(runbook))}
  })
  if (byPath.size === 0) return entries
  const rest = [...byPath.values()].map((runbook) => ({page: runbookPage(opened(runbook), 2)}))
  return [...entries, {part: {part: words.runbooks}}, ...rest]
}

/** The same runbook with raw HTML and MDX in its text opened; commands stay the same nodes. */
function opened(runbook: Runbook): Runbook {
  const open = (children: Runbook['intro']) =>
    openMarkup({type: 'root', children: [...children]}).children
  return {
    ...runbook,
    intro: open(runbook.intro),
    steps: runbook.steps.map((step) => ({...step, body: open(step.body)})),
  }
}

function entrySource(entry: Entry, before: Entry | undefined, book: Book): string {
  const opened = before !== undefined && 'part' in before
  // The pages of a runbook are its own.
  const fresh = (before && 'page' in before && before.page.runbook !== undefined) || undefined
  if ('part' in entry) return `#${partStart(entry.part, fresh, book)}\n`
  const writer = pageWriter(book, entry.page)
  const {runbook} = entry.page
  const statements = runbook ? printRunbook(runbook, opened, writer) : printPage(fresh, writer)
  const lost = lostPlaces(writer)
  return [...statements.slice(0, 1), ...lost, ...statements.slice(1)]
    .map((statement) => `#${statement}\n`)
    .join('')
}

function partStart({part, level = 1}: HandbookPart, fresh: true | undefined, book: Book): string {
  return call('page-start', [level, code(pageWriter(book, unboundPage).text(part))], {fresh})
}

function printPage(fresh: true | undefined, writer: Writer): string[] {
  const {page, state} = writer
  const level = page.level ?? 1
  const label = writer.claim('')
  const title = call('page-start', [level, code(titleWords(writer))], {label, fresh})
  state.level = level
  return [title, ...addressLines(writer), ...writer.statements(page.root.children)]
}

/** Ids on nodes that left nothing in print: links to them lead to the start of the page. */
function lostPlaces(writer: Writer): string[] {
  return [...writer.page.ids.values()].flatMap((id) => writer.anchor(id) || [])
}

/** What belongs to no page: the indexes. */
const unboundPage = printedPage({path: '', title: '', root: {type: 'root', children: []}})
