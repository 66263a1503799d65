/**
 * How long a writer waits from saving an edit until the browser shows it: words of one page alone, and
 * words that 24 pages share, on the 335 pages from RST (where those are in one fragment) and from
 * Markdown with Docusaurus' own plugins (where they are in 24 pages); and words of a fragment of the
 * shipped site. Run it with `npx tsx bench/writer-latency.ts [rounds]`; it needs HANDRAIL_CONFORMANCE
 * and a Chromium.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'
import {launch} from '../test/browser/launch.ts'
import {startWritersServer} from '../test/writers-server.ts'
import {chefSites, filesWithWords, linkPackages, sharedWords} from './chef-sites.ts'

/** A page, and words that it shows, in all files that have them. */
interface Edit {
  page: string
  files: string[]
  words: string
}

const limits = {shippedSeconds: 2, share: 1.2}
const rounds = Number(process.argv[2] ?? 5)
const root = fileURLToPath(new URL('..', import.meta.url))

const sites = chefSites()
const shipped = mkdtempSync(join(tmpdir(), 'shipped-site-'))
measure().finally(() => {
  for (const folder of [sites.folder, shipped]) rmSync(folder, {recursive: true})
})

async function measure(): Promise<void> {
  const browser = await launch()
  try {
    const page = await browser.newPage()
    const [own] = await latencies(page, shipped, [shippedEdit()])
    const rst = await latencies(page, sites.rst, chefEdits('rst'))
    const markdown = await latencies(page, sites.markdown, chefEdits('markdown'))
    if (own! > limits.shippedSeconds) process.exitCode = 1
    process.stdout.write(`shipped site  ${own!.toFixed(2)} s, limit ${limits.shippedSeconds} s\n`)
    compare('one page', rst[0]!, markdown[0]!)
    compare('24 pages', rst[1]!, markdown[1]!)
  } finally {
    await browser.close()
  }
}

/** Words of one page alone, and words that many pages share. */
function chefEdits(content: 'rst' | 'markdown'): Edit[] {
  const [folder, ending] =
    content === 'rst'
      ? [join(sites.folder, 'chef_master/source'), 'rst']
      : [join(sites.markdown, 'docs'), 'md']
  const words = 'then use the reponse to help troubleshoot'
  return [
    {page: '/chef_client_security', files: [join(folder, `chef_client_security.${ending}`)], words},
    {page: '/resource_machine', files: filesWithWords(content, sites), words: sharedWords},
  ]
}

function compare(edited: string, rst: number, markdown: number): void {
  const share = rst / markdown
  if (share > limits.share) process.exitCode = 1
  process.stdout.write(
    `${edited} of 335  RST ${rst.toFixed(2)} s, Markdown ${markdown.toFixed(2)} s: ` +
      `${share.toFixed(2)} times, limit ${limits.share}\n`,
  )
}

/** A copy of the shipped site, as it was committed, and a fragment of its guide. */
function shippedEdit(): Edit {
  execFileSync('git', ['clone', '-q', root, shipped])
  linkPackages(shipped)
  execFileSync('npm', ['run', '-s', 'reference'], {cwd: shipped})
  const file = join(shipped, 'includes/includes_server_ha/includes_server_ha_failover.rst')
  return {page: '/server/high-availability', files: [file], words: 'It mounts the file system'}
}

/** For each edit the median of the seconds it takes until it is on the screen. */
async function latencies(page: Page, site: string, edits: readonly Edit[]): Promise<number[]> {
  const server = await startWritersServer(site)
  const medians: number[] = []
  try {
    for (const edit of edits) medians.push(await latency(page, server.address, edit))
  } finally {
    await server.stop()
  }
  return medians
}

async function latency(page: Page, site: string, edit: Edit): Promise<number> {
  const {files, words} = edit
  await page.goto(site + edit.page)
  await page.getByText(words).first().waitFor()
  const before = files.map((file) => readFileSync(file, 'utf8'))
  const write = (text: string): void =>
    files.forEach((file, at) => writeFileSync(file, before[at]!.replaceAll(words, text)))
  const seconds: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const shown = `${words} edit${round}`
    const start = performance.now()
    write(shown)
    await page.getByText(shown).first().waitFor({timeout: 60_000})
    seconds.push((performance.now() - start) / 1000)
  }
  write(words)
  // The first one warms up what compiles.
  return seconds.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}
