/**
 * How long a writer waits: from saving words that 24 pages share until the browser shows them, on the
 * 335 pages from RST (one fragment) and from Markdown with Docusaurus' own plugins (24 pages), and
 * on the shipped site. Run it
 * with `npx tsx bench/writer-latency.ts [rounds]`; it needs HANDRAIL_CONFORMANCE and a Chromium.
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

/** A site, a page of it, and words that the page shows, in all files that have them. */
interface Edit {
  site: string
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
    report(await latencies(await browser.newPage()))
  } finally {
    await browser.close()
  }
}

/** The medians of the three sites, in seconds. */
async function latencies(page: Page): Promise<Record<'own' | 'rst' | 'markdown', number>> {
  const own = await latency(page, shippedEdit())
  const rst = await latency(page, chefEdit('rst'))
  const markdown = await latency(page, chefEdit('markdown'))
  return {own, rst, markdown}
}

function chefEdit(content: 'rst' | 'markdown'): Edit {
  const files = filesWithWords(content, sites)
  return {site: sites[content], page: '/resource_machine', files, words: sharedWords}
}

function report({own, rst, markdown}: Record<'own' | 'rst' | 'markdown', number>): void {
  const share = rst / markdown
  if (own > limits.shippedSeconds || share > limits.share) process.exitCode = 1
  process.stdout.write(
    `shipped site  ${own.toFixed(2)} s, limit ${limits.shippedSeconds} s\n` +
      `335 pages     RST ${rst.toFixed(2)} s, Markdown ${markdown.toFixed(2)} s: ` +
      `${share.toFixed(2)} times, limit ${limits.share}\n`,
  )
}

/** A copy of the shipped site, as it was committed, and a fragment of its guide. */
function shippedEdit(): Edit {
  execFileSync('git', ['clone', '-q', root, shipped])
  linkPackages(shipped)
  execFileSync('npm', ['run', '-s', 'reference'], {cwd: shipped})
  const file = join(shipped, 'includes/includes_server_ha/includes_server_ha_failover.rst')
  return {
    site: shipped,
    page: '/server/high-availability',
    files: [file],
    words: 'It mounts the file system',
  }
}

/** The median of the seconds it takes until an edit is on the screen. */
async function latency(page: Page, {site, page: address, files, words}: Edit): Promise<number> {
  const server = await startWritersServer(site)
  const seconds: number[] = []
  try {
    await page.goto(server.address + address)
    await page.getByText(words).first().waitFor()
    const before = files.map((file) => readFileSync(file, 'utf8'))
    const write = (text: string): void =>
      files.forEach((file, at) => writeFileSync(file, before[at]!.replaceAll(words, text)))
    for (let round = 0; round <= rounds; round++) {
      const shown = `${words} edit${round}`
      const start = performance.now()
      write(shown)
      await page.getByText(shown).first().waitFor({timeout: 60_000})
      seconds.push((performance.now() - start) / 1000)
    }
    write(words)
  } finally {
    await server.stop()
  }
  // The first one warms up what compiles.
  return seconds.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}
