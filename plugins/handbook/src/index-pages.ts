import type {HandbookOptions} from './book.ts'
import {array, call, code} from './typst/call.ts'
import {literal} from './typst/literal.ts'
import type {Book, Writer} from './write/writer.ts'

/**
 * The index: terms in alphabetical order below their letters, terms under terms indented, with
 * their pages.
 */
export function indexPages(book: Book, writer: Writer): string {
  const collator = new Intl.Collator(book.options.language ?? 'en', {numeric: true})
  const paths = [...book.index.keys()].map((key) => key.split('\n'))
  paths.sort((a, b) => collator.compare(a[0]!, b[0]!) || collator.compare(a[1] ?? '', b[1] ?? ''))
  if (paths.length === 0) return ''
  let above: string | undefined
  let letter: string | undefined
  const entries = paths.flatMap((path) => {
    const [main, under] = path as [string, string?]
    const initial = initialOf(main, book.options) ?? book.words.symbols
    const heading = initial === letter ? [] : [literal(initial)]
    const opening = under !== undefined && above !== main ? [entry(0, main, [], writer)] : []
    above = main
    letter = initial
    const places = book.index.get(path.join('\n')) ?? []
    return [
      ...heading,
      ...opening,
      entry(under === undefined ? 0 : 1, under ?? main, places, writer),
    ]
  })
  return call('index-pages', entries.map(code))
}

/** The letter a term stands under, without its accents; none where there is none to print. */
function initialOf(term: string, {covers = () => true}: HandbookOptions): string | undefined {
  const first = term.normalize('NFD').codePointAt(0) ?? 0
  const letter = String.fromCodePoint(first).toUpperCase()
  return /^\p{L}$/u.test(letter) && covers(letter.codePointAt(0)!) ? letter : undefined
}

function entry(depth: number, term: string, places: readonly string[], writer: Writer): string {
  const pages = term.startsWith('→') ? [] : places
  return array([String(depth), writer.text(term), array(pages.map(literal))])
}
