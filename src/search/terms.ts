/**
 * A word, or a negative number: `-12` is the number of an error, and stays one term. What stands
 * between words (`cs:StandAlone`, `/proc/drbd`, `(125)`) separates them.
 */
const word = /(?<![\p{L}\p{N}])-\d+|[\p{L}\p{N}]+/gu
const accents = /\p{M}/gu

/** Words of a question that say nothing about what is asked for. */
const fillers = new Set(
  `a am an and are as be can could did do does for from had has have how i if is it me my now of on or
  our really say says should show shows that the their then there they this to was we were what when
  where which who why will with would`.split(/\s+/),
)

/** What this site calls otherwise. */
const synonyms: Readonly<Record<string, string>> = {
  node: 'host',
  nodes: 'hosts',
  side: 'host',
  sides: 'hosts',
  outage: 'failure',
}

/**
 * The terms of what a reader typed, in lower case and without accents: of a question, the words it
 * is about.
 */
export function queryTerms(query: string): string[] {
  const terms = (plain(query).match(word) ?? []).map((term) => term.toLowerCase())
  const telling = terms.filter((term) => !fillers.has(term))
  return (telling.length ? telling : terms).map((term) => synonyms[term] ?? term)
}

/** The terms under which a text is found: its words, and the parts of those written together. */
export function indexTerms(text: string): string[] {
  return (plain(text).match(word) ?? []).flatMap((term) => {
    const parts = partsOf(term)
    const terms = (parts.length > 1 ? [term, ...parts] : [term]).map((one) => one.toLowerCase())
    return terms.flatMap((one) => synonyms[one] ?? []).concat(terms)
  })
}

/** `StandAlone` is found by `stand alone`, and `-12` by `12`. */
function partsOf(term: string): string[] {
  if (term.startsWith('-')) return [term, term.slice(1)]
  return term.split(/(?<=\p{Ll})(?=\p{Lu})/u)
}

function plain(text: string): string {
  return text.normalize('NFD').replace(accents, '')
}
