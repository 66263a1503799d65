import {array, call, code} from './typst/call.ts'
import {literal} from './typst/literal.ts'
import type {Book, Writer} from './write/writer.ts'

/** The index: terms in alphabetical order, terms under terms indented, with their pages. */
export function indexPages(book: Book, writer: Writer): string {
  const collator = new Intl.Collator(book.options.language ?? 'en', {numeric: true})
  const paths = [...book.index.keys()].map((key) => key.split('\n'))
  paths.sort((a, b) => collator.compare(a[0]!, b[0]!) || collator.compare(a[1] ?? '', b[1] ?? ''))
  if (paths.length === 0) return ''
  let above: string | undefined
  const entries = paths.flatMap((path) => {
    const [main, under] = path as [string, string?]
    const opening = under !== undefined && above !== main ? [entry(0, main, [], writer)] : []
    above = main
    const places = book.index.get(path.join('\n')) ?? []
    return [...opening, entry(under === undefined ? 0 : 1, under ?? main, places, writer)]
  })
  return call('index-pages', entries.map(code))
}

function entry(depth: number, term: string, places: readonly string[], writer: Writer): string {
  const pages = term.startsWith('→') ? [] : places
  return array([String(depth), writer.text(term), array(pages.map(literal))])
}
