/**
 * What the handbook costs: the book of this site, an edit of it, and the documentation of Chef, beside
 * Chromium with paged.js and WeasyPrint where these are there. Build the command first, then run it
 * with `npx tsx bench/handbook.ts` on Linux; HANDRAIL_CONFORMANCE names the folder with the corpus.
 */
import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {sitePages, siteSettings} from 'remark-rst/site'
import {chefCorpus} from './corpus.ts'
import {pagesAsHtml} from './handbook-html.ts'
import {findWords} from './handbook-words.ts'
import {type Measured, measured} from './measured.ts'

/** A line of the table. */
interface Row {
  readonly what: string
  readonly figures: string
  readonly limit?: string
  readonly within?: boolean
}

interface Printing extends Measured {
  readonly pages: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'plugins/cli/bin/handrail.mjs')
const folder = mkdtempSync(join(tmpdir(), 'handbook-'))
const rounds = 3
/** How many pages of the Chef documentation make a book of 360. */
const part = 42

function printed(site: string, out: string, pages: readonly string[] = []): Promise<Printing> {
  // A book that has been printed before would be taken from there.
  rmSync(join(site, 'node_modules/.cache/docusaurus-plugin-handbook'), {
    recursive: true,
    force: true,
  })
  const args = [command, 'pdf', ...pages, '--site', site, '--out', out]
  return measured(process.execPath, args).then((cost) => ({...cost, pages: pageCount(out)}))
}

function pageCount(pdf: string): number {
  return Number(/^Pages: +(\d+)/m.exec(execFileSync('pdfinfo', [pdf], {encoding: 'utf8'}))?.[1])
}

async function best(print: () => Promise<Printing>): Promise<Printing> {
  let least = await print()
  for (let round = 1; round < rounds; round++) {
    const next = await print()
    if (next.cpuSeconds < least.cpuSeconds) least = next
  }
  return least
}

function figures({pages, cpuSeconds, seconds, peakMegabytes}: Printing): string {
  const perPage = ((cpuSeconds / pages) * 1000).toFixed(0)
  return `${pages} pages, ${cpuSeconds.toFixed(1)} s CPU (${perPage} ms a page), ${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`
}

/** This site in a folder of its own, which may be edited. */
function siteCopy(): string {
  const site = join(folder, 'site')
  for (const name of ['docs', 'includes', 'static', 'package.json', 'sidebars.ts']) {
    cpSync(join(root, name), join(site, name), {recursive: true})
  }
  symlinkSync(join(root, 'node_modules'), join(site, 'node_modules'))
  return site
}

async function siteRow(site: string, out: string): Promise<Row> {
  const cost = await best(() => printed(site, out))
  const limit = 1.5 + 0.03 * cost.pages
  return {
    what: 'the book of this site, fresh process',
    figures: figures(cost),
    limit: `${limit.toFixed(1)} s CPU`,
    within: cost.cpuSeconds <= limit,
  }
}

/** Edits a page again and again while the command watches; seconds from an edit to the new file. */
async function editRow(site: string, out: string): Promise<Row> {
  const watching = spawn(process.execPath, [
    command,
    'pdf',
    '--site',
    site,
    '--out',
    out,
    '--watch',
  ])
  const lines = createInterface({input: watching.stderr})[Symbol.asyncIterator]()
  const waiting = async () => {
    while ((await lines.next()).value !== 'Waiting for changes');
  }
  await waiting()
  const times: number[] = []
  for (let edit = 0; edit < 5; edit++) {
    const started = performance.now()
    appendFileSync(join(site, 'docs/server/failover.rst'), `\nEdit ${edit}.\n`)
    await waiting()
    times.push((performance.now() - started) / 1000)
  }
  watching.kill('SIGINT')
  const least = Math.min(...times)
  return {
    what: 'one edit with --watch',
    figures: times.map((time) => `${time.toFixed(2)} s`).join(', '),
    limit: '1 s',
    within: least <= 1,
  }
}

/** @param unpacked the same book as the compiler writes it, which `--watch` leaves as it is */
function sizeRow(pdf: string, unpacked: string): Row {
  const share = statSync(pdf).size / statSync(unpacked).size
  return {
    what: 'size beside the compiler’s own',
    figures: `${(statSync(pdf).size / 1e6).toFixed(2)} MB, ${(share * 100).toFixed(1)} %`,
    limit: '42 %',
    within: share <= 0.42,
  }
}

/** The Chef documentation as a site. */
function chefSite(): string {
  const site = chefCorpus()
  const handrail = {
    title: 'Chef documentation',
    docs: 'chef_master/source',
    includes: ['.'],
    prolog: ['descriptions', 'names', 'paths_and_urls'].map((name) => `swaps/swap_${name}.txt`),
  }
  writeFileSync(join(site, 'package.json'), JSON.stringify({version: '12', handrail}))
  return site
}

async function chefRows(): Promise<Row[]> {
  const site = chefSite()
  const paths = sitePages(site, siteSettings(site))
  const some = paths.slice(0, part).map((path) => join(site, path))
  const out = join(folder, 'chef.pdf')
  const small = await best(() => printed(site, out, some))
  const others = await otherRows(pagesAsHtml(site, paths.slice(0, part)), small)
  const large = await printed(site, out)
  const exponent =
    Math.log(large.cpuSeconds / small.cpuSeconds) / Math.log(large.pages / small.pages)
  return [
    {
      what: `${part} pages of the Chef documentation`,
      figures: figures(small),
      limit: '13 s CPU, 1000 MB',
      within: small.cpuSeconds <= 13 && small.peakMegabytes <= 1000,
    },
    ...others,
    {what: `all ${paths.length} of them`, figures: figures(large)},
    wordsRow(site, out),
    {
      what: 'how CPU grows with pages, as their power',
      figures: exponent.toFixed(2),
      limit: '1.1',
      within: exponent <= 1.1,
    },
  ]
}

function wordsRow(chef: string, pdf: string): Row {
  const {inOrder, counted, lost} = findWords(chef, pdf)
  for (const word of lost) process.stderr.write(`lost: ${word}\n`)
  return {
    what: '  words of them that are lost',
    figures: `${lost.length}; order held for ${inOrder.length} pages, words counted for ${counted.length}`,
    limit: '0',
    within: lost.length === 0,
  }
}

/** The same pages printed by others, where these are installed. */
async function otherRows(html: string, own: Printing): Promise<Row[]> {
  const source = join(folder, 'chef.html')
  const out = join(folder, 'other.pdf')
  writeFileSync(source, html)
  const chromium = ['tsx', fileURLToPath(new URL('handbook-chromium.ts', import.meta.url))]
  const ways: [string, string, string[]][] = [
    ['Chromium with paged.js', 'npx', chromium],
    ['WeasyPrint', 'weasyprint', []],
  ]
  const rows: Row[] = []
  for (const [name, tool, args] of ways) {
    if (spawnSync(tool, ['--version']).error) {
      rows.push({what: name, figures: `skipped: ${tool} is not installed`})
      continue
    }
    const cost = await measured(tool, [...args, source, out])
    rows.push(otherRow(name, {...cost, pages: pageCount(out)}, own))
  }
  return rows
}

function otherRow(name: string, cost: Printing, own: Printing): Row {
  const longer = cost.seconds / own.seconds
  const more = cost.cpuSeconds / own.cpuSeconds
  return {
    what: `  the same with ${name}`,
    figures: `${figures(cost)}: ${longer.toFixed(1)} times as long, ${more.toFixed(1)} times as much CPU`,
    limit: 'at least 3 times as long',
    within: longer >= 3,
  }
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({what}) => what.length))
  const lines = rows.map(({what, figures: shown, limit, within}) => {
    const held = limit === undefined ? '' : `  (limit ${limit}${within ? '' : ', OVER'})`
    return `${what.padEnd(width)}  ${shown}${held}`
  })
  return `${lines.join('\n')}\n`
}

async function main(): Promise<void> {
  const site = siteCopy()
  const [out, unpacked] = ['site.pdf', 'watched.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
  ]
  const rows = [
    await siteRow(site, out),
    await editRow(site, unpacked),
    sizeRow(out, unpacked),
    ...(await chefRows()),
  ]
  process.stdout.write(table(rows))
  rmSync(folder, {recursive: true})
  process.exitCode = rows.some(({within}) => within === false) ? 1 : 0
}

void main()
