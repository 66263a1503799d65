import {execFileSync} from 'node:child_process'
import {fontOptions, readFonts} from '@handrail/handbook'
import {siteReader, siteSettings} from 'remark-rst/site'
import {bookPages} from '../plugins/docusaurus-plugin-handbook/src/book-pages.ts'
import {lostWords, type Said, saidByPage} from '../plugins/handbook/test/lost-words.ts'

/** How the words of the pages of a site were found in its PDF. */
export interface WordsFound {
  /** Pages whose words stand there, all of them and in their order. */
  readonly inOrder: readonly string[]
  /** Pages that say the same so often that order cannot be told; their words were counted. */
  readonly counted: readonly string[]
  /** Words that are missing, each with its page. */
  readonly lost: readonly string[]
}

/**
 * Looks for every word of a site in its PDF. Every page of the site is a chapter here: it has no
 * runbooks and no sidebar of more than one level.
 */
export function findWords(siteDir: string, pdf: string): WordsFound {
  const reader = siteReader(siteDir, siteSettings(siteDir))
  reader.refresh()
  const {printed} = bookPages({siteDir, out: pdf}, reader)
  const pages = printed.flatMap((page) => ('path' in page ? [page] : []))
  const said = pages.map((page) => saidByPage(page))
  const {covers} = fontOptions(readFonts())
  const text = execFileSync('pdftotext', ['-raw', pdf, '-'], {encoding: 'utf8', maxBuffer: 1e9})
  const titles = said.map(({runs}) => runs[0] ?? '')
  const chapters = chapterTexts(titles, text.split('\f'))
  const found = {inOrder: [] as string[], counted: [] as string[], lost: [] as string[]}
  pages.forEach(({path}, at) => {
    const isInOrder = lostWords([said[at]!], chapters[at]!, covers).length === 0
    found[isInOrder ? 'inOrder' : 'counted'].push(path)
    if (isInOrder) return
    found.lost.push(...rareWords(said[at]!, chapters[at]!).map((word) => `${path}: ${word}`))
  })
  return found
}

/** The words that a text has less often than a page says them. */
function rareWords({runs}: Said, text: string): string[] {
  const words = runs
    .flatMap((run) => run.split(/\s+/))
    .map(squeezed)
    .filter(Boolean)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const printed = squeezed(text)
  return [...counts].flatMap(([word, count]) => {
    const times = printed.split(word).length - 1
    // One of several may be divided between two pages.
    return times === 0 || times < count - 1 ? [word] : []
  })
}

/** The text of each chapter, which begins on a page of its own with its number and title. */
function chapterTexts(titles: readonly string[], paper: readonly string[]): string[] {
  const heads = titles.map((title, at) => squeezed(`${at + 1}${title}`))
  const words = paper.map(squeezed)
  const contentsEnd = words.findIndex((text) => text.includes(heads.at(-1)!))
  let from = contentsEnd + 1
  const starts = heads.map((head) => {
    from = words.findIndex((text, at) => at >= from && text.includes(head))
    return from
  })
  return starts.map((start, at) => paper.slice(start, starts[at + 1]).join('\n'))
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toLowerCase()
}
