import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {unzipSync} from 'fflate'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch} from './launch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  spawnSync('npx', ['tsx', 'src/bundle/write-bundle.ts', folder], {cwd: root, stdio: 'inherit'})
  browser = await launch()
}, 300_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true})
})

test('every link and every picture leads to a file of the bundle', () => {
  const broken = pages().flatMap((page) =>
    addresses(readFileSync(join(folder, page), 'utf8'))
      .map((address) => decodeURI(address.replace(/[?#].*/, '')))
      .filter((path) => path !== '' && !existsSync(resolve(folder, dirname(page), path)))
      .map((path) => `${page}: ${path}`),
  )
  expect(broken).toEqual([])
})

test('from the start page to a runbook that steps, from a disk', async () => {
  const {page, trouble} = await open('start.html')
  await page.getByRole('link', {name: 'Something is wrong now'}).click()
  await expect.poll(() => page.locator('.handrail-step:visible').count()).toBe(1)
  expect(trouble).toEqual([])
  await page.context().close()
})

test('the guide without JavaScript: style, drawings and links', async () => {
  const {page, trouble} = await open('start.html', false)
  await page.getByRole('link', {name: 'The guide'}).click()
  await page.getByRole('navigation').getByRole('link', {name: 'Guide'}).first().click()
  expect(page.url()).toMatch(/^file:.*\/site\/server\/[^/]+\/index\.html$/)
  const styled = await page.evaluate(() => getComputedStyle(document.body).margin)
  expect(styled).toBe('0px')
  expect(trouble).toEqual([])
  await page.context().close()
})

test('the search finds a message, and leads to its page', async () => {
  const {page, trouble} = await open('site/server/split-brain/index.html')
  await page.keyboard.press('/')
  await page.keyboard.type('Split-Brain detected')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/^file:.*\/site\/.*index\.html/)
  expect(existsSync(fileURLToPath(page.url().replace(/[?#].*/, '')))).toBe(true)
  expect(trouble).toEqual([])
  await page.context().close()
})

test('the zip holds the same files, and the checksums are theirs', () => {
  const [zip] = readdirSync(folder).filter((name) => name.endsWith('.zip'))
  const held = unzipSync(readFileSync(join(folder, zip!)))
  const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
  expect(Object.keys(held)).toHaveLength(listed.length + 1)
  const check = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], {cwd: folder})
  expect(check.status, check.stdout.toString()).toBe(0)
})

/** Opens a file, and notes what it asks the network for and what goes wrong. */
async function open(path: string, script = true): Promise<{page: Page; trouble: string[]}> {
  const context = await browser.newContext({javaScriptEnabled: script})
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) trouble.push(request.url())
  })
  page.on('requestfailed', (request) => trouble.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  await page.goto(pathToFileURL(join(folder, path)).href)
  return {page, trouble}
}

function pages(): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.html'),
  )
}

/** Addresses on the same disk; those with a scheme lead to the web. */
function addresses(html: string): string[] {
  return [...html.matchAll(/<[^>]*?\s(?:href|src)="([^"]*)"/g)]
    .map(([, address]) => address!.replaceAll('&#x26;', '&'))
    .filter((address) => !/^[a-z][a-z+.-]*:/i.test(address))
}
