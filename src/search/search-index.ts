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
  keywords: string
  heading: string
  text: string
}

const shelfWeight = {runbook: 1.3, guide: 1, reference: 0.5} as const

/** Text that stands as it was typed, such as a message of the kernel, outweighs scattered words. */
const phraseWeight = 6
const keyPhraseWeight = 12

const perPage = 3

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
    fields: ['title', 'keywords', 'heading', 'text'],
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: queryTerms,
      boost: {title: 3, keywords: 3, heading: 2},
      prefix: (term) => isWord(term) && term.length > 1,
    },
  })

  constructor(pages: readonly SearchPage[]) {
    for (const page of pages) {
      for (const section of page.sections) this.#hits.push({page, section})
    }
    this.#index.addAll(
      this.#hits.map(({page, section}, id) => {
        const {heading, text} = section
        return {id, title: page.title, keywords: keywordsOf(page, section), heading, text}
      }),
    )
  }

  /** The best sections for a query, best first: what a pasted line names, then what its words tell. */
  search(query: string, limit: number): Hit[] {
    const told = this.#told(query)
    const hits = [...this.#named(query, told), ...told]
    return hits.filter(onlyOnce()).filter(fewOfEachPage()).slice(0, limit)
  }

  /**
   * The pages with a title or a keyword that is most of the query: the longest first, of equals what
   * the words of the query tell first.
   */
  #named(query: string, told: readonly Hit[]): Hit[] {
    const ranks = new Map(told.map(({section}, rank) => [section, rank]))
    const rankOf = ({section}: Hit): number => ranks.get(section) ?? told.length
    const words = queryTerms(query)
    const asked = words.join(' ')
    const names = (name: string): boolean => name.length * 2 >= asked.length && asked.includes(name)
    return this.#hits
      .map(({page, section}) => {
        const found = namesOf(page, section).filter(names)
        const length = Math.max(0, ...found.map((name) => name.length))
        return {hit: {page, section, words}, score: length * shelfWeight[page.shelf]}
      })
      .filter(({score}) => score > 0)
      .sort((one, other) => other.score - one.score || rankOf(one.hit) - rankOf(other.hit))
      .map(({hit}) => hit)
  }

  #told(query: string): Hit[] {
    for (const options of attempts) {
      const results = this.#index.search(query, options)
      if (!results.length) continue
      return results
        .map(({id, score, terms}) => {
          const hit = {...this.#hits[id as number]!, words: terms}
          return {hit, score: score * weightOf(hit, query)}
        })
        .sort((one, other) => other.score - one.score)
        .map(({hit}) => hit)
    }
    return []
  }
}

/** Says of hits in their order whether they are the first of their section. */
function onlyOnce(): (hit: Hit) => boolean {
  const seen = new Set<Section>()
  return ({section}) => {
    const isFirst = !seen.has(section)
    seen.add(section)
    return isFirst
  }
}

/** Says of hits in their order whether to keep them, so that no long page takes all places. */
function fewOfEachPage(): (hit: Hit) => boolean {
  const seen = new Map<SearchPage, number>()
  return ({page}) => {
    const count = (seen.get(page) ?? 0) + 1
    seen.set(page, count)
    return count <= perPage
  }
}

/** Numbers are looked up as they are: a neighbour of `-12` is another error. */
function isWord(term: string): boolean {
  return !/\d/.test(term)
}

/** A page is found by its keywords where it begins. */
function keywordsOf(page: SearchPage, section: Section): string {
  return section === page.sections[0] ? page.keywords : ''
}

/** What a page is called and looked for by, each in the terms of a query. */
function namesOf(page: SearchPage, section: Section): string[] {
  if (section !== page.sections[0]) return []
  return [page.title, ...page.keywords.split(',')].map((name) => queryTerms(name).join(' '))
}

function weightOf({page, section}: Hit, query: string): number {
  const phrase = query.trim().toLowerCase()
  const says = (text: string): boolean => text.toLowerCase().includes(phrase)
  const weight = shelfWeight[page.shelf]
  if (says(keywordsOf(page, section))) return weight * keyPhraseWeight
  return says(section.heading) || says(section.text) ? weight * phraseWeight : weight
}
