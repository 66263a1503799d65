/**
 * How long a writer waits: from saving a shared fragment until the browser shows it, on the 335
 * pages from RST and from Markdown with Docusaurus' own plugins, and on the shipped site. Run it
 * with `npx tsx bench/writer-latency.ts [rounds]`; it needs HANDRAIL_CONFORMANCE and a Chromium.
 */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'
import {launch} from '../test/browser/launch.ts'
import {chefSites, linkPackages} from './chef-sites.ts'
import {startSite} from './docusaurus-run.ts'

/** A site, a page of it, and words of a file that the page shows. */
interface Edit {
  site: string
  page: string
  file: string
  words: string
}

const limits = {shippedSeconds: 2, share: 1.2}
const rounds = Number(process.argv[2] ?? 5)
const root = fileURLToPath(new URL('..', import.meta.url))
const words = 'manage clusters of any size'

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
  const address = '/resource_machine'
  const fragment = join(sites.folder, 'includes_notes/includes_notes_provisioning.rst')
  const rst = await latency(page, {site: sites.rst, page: address, file: fragment, words})
  const file = join(sites.markdown, `docs${address}.md`)
  const markdown = await latency(page, {site: sites.markdown, page: address, file, words})
  return {own, rst, markdown}
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
    file,
    words: 'It mounts the file system',
  }
}

/** The median of the seconds it takes until an edit is on the screen. */
async function latency(page: Page, {site, page: address, file, words}: Edit): Promise<number> {
  const server = await startSite(site, 3977)
  const seconds: number[] = []
  try {
    await page.goto(server.address + address)
    await page.getByText(words).first().waitFor()
    const before = readFileSync(file, 'utf8')
    for (let round = 0; round <= rounds; round++) {
      const shown = `${words} edit${round}`
      const start = performance.now()
      writeFileSync(file, before.replace(words, shown))
      await page.getByText(shown).first().waitFor({timeout: 60_000})
      seconds.push((performance.now() - start) / 1000)
    }
    writeFileSync(file, before)
  } finally {
    await server.stop()
  }
  // The first one warms up what compiles.
  return seconds.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
}
