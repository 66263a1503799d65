import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {writeWorker} from '../../plugins/docusaurus-plugin-offline/src/write-worker.ts'
import {launchProfile, removeProfile} from './launch.ts'
import {type SiteServer, serveFolder} from './serve-folder.ts'

const built = fileURLToPath(new URL('../../build', import.meta.url))
const first = ['index.html', '404.html', 'runbooks/**', 'assets/handrail/**', 'assets/css/**']

/** A profile that has visited the site once, in both languages; tests begin with copies of it. */
let visited: string
/** The site as its next version. */
let next: string
let server: SiteServer

let profile: string
let context: BrowserContext

beforeAll(async () => {
  server = await serveFolder(built)
  visited = mkdtempSync(join(tmpdir(), 'profile-'))
  context = await launchProfile(visited)
  for (const home of ['/', '/de/']) await saved(await visit(home), home)
  await context.close()
  next = mkdtempSync(join(tmpdir(), 'next-'))
  await writeNext(next)
})
afterAll(async () => {
  await server.stop()
  removeProfile(visited)
  rmSync(next, {recursive: true})
})

async function openVisited(): Promise<void> {
  profile = mkdtempSync(join(tmpdir(), 'profile-'))
  cpSync(visited, profile, {recursive: true})
  context = await launchProfile(profile)
  // To save a site takes a while where others use the machine as well.
  context.setDefaultTimeout(90_000)
}

/** Forgets what a test has done to the browser and to the server. */
async function close(): Promise<void> {
  await context.close()
  removeProfile(profile)
  await server.stop()
  await server.deploy(built)
  await server.start()
}

describe('after one visit, with the server gone', () => {
  beforeAll(async () => {
    await openVisited()
    await server.stop()
  })
  afterAll(close)

  test('guide and runbooks are there, and the page says what it is', async () => {
    const page = await visit('/server/drbd-states')
    await expect.poll(() => page.locator('h1').textContent()).toContain('DRBD')
    const notice = page.getByRole('status').filter({hasText: 'cannot be reached'})
    await notice.waitFor()
    await expect.poll(() => notice.textContent()).toContain(commitOf(built))

    await page.goto(server.url('/runbooks/triage'))
    await expect.poll(() => page.locator('.handrail-step:visible').count()).toBe(1)
  })

  test('the search finds, and leads to what it found', async () => {
    const page = await visit('/')
    await page.getByRole('button', {name: 'Search'}).click()
    await page.getByRole('combobox', {name: 'Search'}).fill('Split-Brain detected')
    const found = page.getByRole('option').first()
    const address = await found.getAttribute('href')
    await found.click()
    await page.waitForURL(`**${address}`)
    await page.getByRole('heading', {level: 1}).waitFor()
  })

  test('a rehearsal goes to its end', async () => {
    const page = await visit('/server/split-brain#rehearsal?s=3&r=split-brain')
    await page.getByLabel('Command on be1').fill('cat /proc/drbd')
    await page.getByLabel('Command on be1').press('Enter')
    await page.getByRole('log', {name: 'Console of be1'}).getByText('cs:').first().waitFor()
    await page.getByRole('button', {name: 'End it'}).click()
    await page.locator('.debrief', {hasText: 'The whole story'}).waitFor()
  })

  test('the handbook is there to the last byte', async () => {
    const page = await visit('/')
    const size = await page.evaluate(async () => (await (await fetch('/handbook.pdf')).blob()).size)
    expect(size).toBe(readFileSync(join(built, 'handbook.pdf')).length)
  })

  test('an address that was never visited, with a query and a fragment, leads to its step', async () => {
    const page = await visit('/runbooks/split-brain?from=mail#keep-them-apart')
    await expect.poll(() => stepTitle(page)).toBe('Keep them apart')
    const reading = await visit('/server/drbd-states/?from=mail')
    await expect.poll(() => reading.locator('h1').textContent()).toContain('DRBD')
  })

  test('an address that is nowhere says that it is not saved, and leads home', async () => {
    const page = await visit('/nowhere/at/all')
    await expect.poll(() => page.locator('h1').textContent()).toContain('is not saved')
    await page.getByRole('link').first().click()
    await page.waitForURL(server.url('/'))
    expect(await page.locator('main').isVisible()).toBe(true)
  })

  test('the other language has its own copy', async () => {
    const page = await visit('/de/runbooks/triage')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de')
    await expect.poll(() => page.locator('.handrail-step:visible').count()).toBe(1)
    await page.getByRole('status').filter({hasText: 'nicht erreichbar'}).waitFor()
  })

  test('the browser can be restarted', async () => {
    await visit('/runbooks/split-brain')
    await context.close()
    context = await launchProfile(profile)
    const page = await visit('/runbooks/split-brain')
    await expect.poll(() => stepTitle(page)).toBe('What do both hosts show?')
  })
})

describe('when the server or the copy goes', () => {
  beforeEach(openVisited)
  afterEach(close)

  test('a responder in the middle of a step goes on when the server goes, also after a reload', async () => {
    const page = await visit('/runbooks/split-brain')
    await page.getByRole('button', {name: 'The identifiers have diverged'}).click()
    await server.stop()
    await page.getByRole('button', {name: 'Both are StandAlone'}).click()
    await expect.poll(() => stepTitle(page)).toBe('Whose data is to be kept?')
    await page.reload()
    await expect.poll(() => stepTitle(page)).toBe('Whose data is to be kept?')
  })

  test('a page that the browser has evicted says so, and comes back with the server', async () => {
    const page = await visit('/')
    await server.stop()
    await evict(page, '/server/drbd-states/')
    await page.goto(server.url('/server/drbd-states'))
    await expect.poll(() => page.locator('h1').textContent()).toContain('is not saved')

    await server.start()
    await page.goto(server.url('/server/drbd-states'))
    await server.stop()
    await page.reload()
    await expect.poll(() => page.locator('h1').textContent()).toContain('DRBD')
  })

  test('a copy that the browser has evicted altogether is whole again after the next visit', async () => {
    const page = await visit('/')
    await evict(page, '')
    await page.reload()
    await saved(page, '/')
  })

  test('where there is no room for all, runbooks come first and the rest is said to be missing', async () => {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const origin = server.url('')
    await session.send('Storage.clearDataForOrigin', {origin, storageTypes: 'all'})
    await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize: 6_000_000})
    await page.goto(server.url('/offline'))
    await page.getByText('no more room').waitFor()
    await server.stop()
    await page.goto(server.url('/runbooks/disk-full'))
    await expect.poll(() => page.locator('.handrail-step:visible').count()).toBe(1)
  })
})

describe('a new version', () => {
  beforeEach(openVisited)
  afterEach(close)

  test('waits for the responder who is under way', async () => {
    const page = await visit('/runbooks/split-brain')
    await page.getByRole('button', {name: 'The identifiers have diverged'}).click()
    await server.deploy(next)
    await newWorkerWaits(page)
    expect(await page.getByText('newer version').isVisible()).toBe(false)
    await page.reload()
    await expect.poll(() => stepTitle(page)).toBe('Keep them apart')
    await page.getByRole('button', {name: 'Both are StandAlone'}).click()
    await expect.poll(() => stepTitle(page)).toBe('Whose data is to be kept?')
  })

  test('is used when the reader says so, and leaves a responder in another tab alone', async () => {
    const responder = await visit('/runbooks/split-brain')
    await responder.getByRole('button', {name: 'The identifiers have diverged'}).click()
    await responder.evaluate(() => Object.assign(window, {sameDocument: true}))

    const reader = await visit('/runbooks/split-brain')
    await server.deploy(next)
    await newWorkerWaits(reader)
    await reader.getByRole('button', {name: 'Use it now'}).click()
    await reader.locator('meta[name=next]').waitFor({state: 'attached'})

    await server.stop()
    await responder.getByRole('button', {name: 'Paste what you see'}).click()
    await responder.getByLabel('Output of the commands').waitFor()
    await responder.getByRole('button', {name: 'Both are StandAlone'}).click()
    await expect.poll(() => stepTitle(responder)).toBe('Whose data is to be kept?')
    expect(await responder.evaluate(() => 'sameDocument' in window)).toBe(true)
  })

  test('is told from a stale copy, which can be dropped', async () => {
    const page = await visit('/offline')
    await server.deploy(next)
    await page.reload()
    await page.getByText('another version, of 2030-01-01 (abcdef0)').waitFor()
    await page.getByRole('button', {name: 'Drop the copy'}).click()
    await page.getByText('The server has the same version').waitFor()
    await page.goto(server.url('/runbooks/split-brain'))
    await expect.poll(() => page.locator('meta[name=next]').count()).toBe(1)
  })
})

async function writeNext(folder: string): Promise<void> {
  cpSync(built, folder, {recursive: true})
  const page = join(folder, 'runbooks/split-brain/index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><meta name="next">'))
  const version = {commit: 'abcdef0', date: '2030-01-01', build: 'next'}
  writeFileSync(join(folder, 'version.json'), JSON.stringify(version))
  await writeWorker(folder, ['de'], {first, next: [], leaveOut: []})
}

async function visit(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.url(path))
  return page
}

/** Waits until the browser holds the whole site of a language. */
async function saved(page: Page, home: string): Promise<void> {
  const worker = readFileSync(join(built, home, 'service-worker.js'), 'utf8')
  const wanted = [...worker.matchAll(/integrity:"/g)].length
  await page.evaluate(
    async ({name, count}) => {
      const held = async () => (await (await caches.open(name)).keys()).length
      while ((await held()) < count) await new Promise((resolve) => setTimeout(resolve, 200))
    },
    {name: `site-copy ${home}`, count: wanted},
  )
}

/** Has the page look for a new version, and waits for it. */
async function newWorkerWaits(page: Page): Promise<void> {
  const waiting = () =>
    page.evaluate(async () => {
      dispatchEvent(new Event('online'))
      return (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? ''
    })
  await expect.poll(waiting, {timeout: 60_000, interval: 500}).toBe('installed')
}

/** Takes files out of the copy whose address has a part. */
function evict(page: Page, part: string): Promise<void> {
  return page.evaluate(async (path) => {
    const cache = await caches.open('site-copy /')
    for (const request of await cache.keys()) {
      if (request.url.includes(path)) await cache.delete(request)
    }
  }, part)
}

async function stepTitle(page: Page): Promise<string> {
  const heading = page.locator('.handrail-step > :is(h2, h3, h4):visible').first()
  return heading.evaluate((element) => (element.firstChild?.textContent ?? '').trim())
}

function commitOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).commit
}
