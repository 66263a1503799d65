/**
 * The 335 pages of the Chef documentation, from sources to resolved mdast in one fresh process,
 * and again after a fragment changed. Run it with `npx tsx bench/chef-pages.ts`.
 */
import {chefCorpus} from './corpus.ts'
import {inFreshProcess} from './in-fresh-process.ts'

export interface ChefPagesResult {
  pages: number
  /** User and system time of all threads. */
  cpuSeconds: number
  peakMegabytes: number
  /** What it takes until all pages that include a changed fragment are made again. */
  changes: {pages: number; milliseconds: number}[]
}

/** Sphinx 5.3 on a small machine, recorded: as the corpus is built, and with needed definitions only. */
const sphinx = {cpuSeconds: 714, cpuSecondsNeeded: 81, peakMegabytes: 979}
/** What the product is held to. */
const limits = {cpuSeconds: 1.5, peakMegabytes: 300, changedMilliseconds: 100}
const rounds = 5

const corpus = chefCorpus()
const results = Array.from({length: rounds}, () => {
  return inFreshProcess<ChefPagesResult>('chef-pages-run.ts', [corpus])
})
const best = results.reduce((a, b) => (b.cpuSeconds < a.cpuSeconds ? b : a))
const changes = best.changes.map(({pages}, i) => {
  const milliseconds = Math.min(...results.map(({changes}) => changes[i]!.milliseconds))
  return {pages, milliseconds}
})

const lines = [
  `${best.pages} pages, best of ${rounds} processes`,
  `CPU          ${best.cpuSeconds.toFixed(2)} s, limit ${limits.cpuSeconds} s; ` +
    `Sphinx (recorded) takes ${ratio(sphinx.cpuSeconds, best.cpuSeconds)} as much, ` +
    `${ratio(sphinx.cpuSecondsNeeded, best.cpuSeconds)} with only the definitions it needs`,
  `peak memory  ${best.peakMegabytes.toFixed(0)} MB, limit ${limits.peakMegabytes} MB; ` +
    `Sphinx (recorded) takes ${ratio(sphinx.peakMegabytes, best.peakMegabytes)} as much`,
  ...changes.map(({pages, milliseconds}) => {
    return (
      `a change     ${milliseconds.toFixed(0)} ms for a fragment in ${pages} pages, ` +
      `limit ${limits.changedMilliseconds} ms`
    )
  }),
]
process.stdout.write(`${lines.join('\n')}\n`)
function ratio(other: number, own: number): string {
  return `${(other / own).toFixed(other / own < 10 ? 1 : 0)} times`
}
