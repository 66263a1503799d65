/**
 * A word, or a negative number: `-12` is the number of an error, and stays one term. What stands
 * between words (`cs:StandAlone`, `/proc/drbd`, `(125)`) separates them.
 */
const word = /(?<![\p{L}\p{N}])-\d+|[\p{L}\p{N}]+/gu
const accents = /\p{M}/gu

/** The terms of what a reader typed, in lower case and without accents. */
export function queryTerms(query: string): string[] {
  return (plain(query).match(word) ?? []).map((term) => term.toLowerCase())
}

/** The terms under which a text is found: its words, and the parts of those written together. */
export function indexTerms(text: string): string[] {
  return (plain(text).match(word) ?? []).flatMap((term) => {
    const parts = partsOf(term)
    const terms = parts.length > 1 ? [term, ...parts] : [term]
    return terms.map((one) => one.toLowerCase())
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
