import MiniSearch, {type SearchOptions} from 'minisearch'
import type {SearchPage, Section} from './page.ts'
import {indexTerms, queryTerms} from './terms.ts'

/** A section that answers a query. */
export interface Hit {
  page: SearchPage
  section: Section
  /** The words of the text that were meant, to be marked. */
  words: string[]
}

interface Entry {
  id: number
  title: string
  heading: string
  text: string
}

const shelfWeight = {runbook: 1.3, guide: 1, reference: 0.5} as const

/** Text that stands as it was typed, such as a message of the kernel, outweighs scattered words. */
const phraseWeight = 6

/** From strict to forgiving; the first that finds anything answers. */
const attempts: SearchOptions[] = [
  {combineWith: 'AND', fuzzy: (term) => (isWord(term) ? Math.min(2, term.length >> 2) : false)},
  {combineWith: 'AND', fuzzy: (term) => (isWord(term) && term.length > 4 ? 2 : false)},
  {combineWith: 'OR', fuzzy: (term) => (isWord(term) && term.length > 4 ? 2 : false)},
]

/** The sections of the site, searchable. Building it takes some tens of milliseconds. */
export class SearchIndex {
  readonly #hits: Omit<Hit, 'words'>[] = []
  readonly #index = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: queryTerms,
      boost: {title: 3, heading: 2},
      prefix: (term) => isWord(term) && term.length > 1,
    },
  })

  constructor(pages: readonly SearchPage[]) {
    for (const page of pages) {
      for (const section of page.sections) this.#hits.push({page, section})
    }
    this.#index.addAll(
      this.#hits.map(({page, section: {heading, text}}, id) => {
        return {id, title: page.title, heading, text}
      }),
    )
  }

  /** The best sections for a query, best first. */
  search(query: string, limit: number): Hit[] {
    for (const options of attempts) {
      const results = this.#index.search(query, options)
      if (!results.length) continue
      return results
        .map(({id, score, terms}) => {
          const hit = {...this.#hits[id as number]!, words: terms}
          return {hit, score: score * weightOf(hit, query)}
        })
        .sort((one, other) => other.score - one.score)
        .slice(0, limit)
        .map(({hit}) => hit)
    }
    return []
  }
}

/** Numbers are looked up as they are: a neighbour of `-12` is another error. */
function isWord(term: string): boolean {
  return !/\d/.test(term)
}

function weightOf({page, section: {heading, text}}: Hit, query: string): number {
  const phrase = query.trim().toLowerCase()
  const literal = `${heading}\n${text}`.toLowerCase().includes(phrase)
  return shelfWeight[page.shelf] * (literal ? phraseWeight : 1)
}
