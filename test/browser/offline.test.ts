import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {BrowserContext, Page} from 'playwright-core'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {writeWorker} from '../../plugins/docusaurus-plugin-offline/src/write-worker.ts'
import {launchProfile} from './launch.ts'
import {type SiteServer, serveFolder} from './serve-folder.ts'

const built = fileURLToPath(new URL('../../build', import.meta.url))
const first = ['index.html', '404.html', 'runbooks/**', 'assets/handrail/**', 'assets/css/**']

let profile: string
let next: string | undefined
let context: BrowserContext
let server: SiteServer

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'profile-'))
  server = await serveFolder(built)
  context = await launchProfile(profile)
})
afterEach(async () => {
  await context.close()
  await server.stop()
  for (const folder of [profile, next]) if (folder) rmSync(folder, {recursive: true})
  next = undefined
})

describe('after one visit, with the server gone', () => {
  test('guide, runbooks, search and handbook are there, and the page says what it is', async () => {
    const page = await visit('/')
    await saved(page)
    await server.stop()

    await page.goto(server.url('/server/drbd-states'))
    expect(await page.locator('h1').textContent()).toContain('DRBD')
    const notice = page.getByRole('status').filter({hasText: 'cannot be reached'})
    await notice.waitFor()
    expect(await notice.textContent()).toContain(commitOf(built))

    await page.goto(server.url('/runbooks/triage'))
    expect(await page.locator('.handrail-step:visible').count()).toBe(1)
    const handbook = await page.evaluate(async () => (await fetch('/handbook.pdf')).status)
    expect(handbook).toBe(200)
  })

  test('a responder in the middle of a step goes on, also after a reload', async () => {
    const page = await visit('/runbooks/split-brain')
    await saved(page)
    await page.getByRole('button', {name: 'The identifiers have diverged'}).click()
    await server.stop()
    await page.getByRole('button', {name: 'Both are StandAlone'}).click()
    expect(await stepTitle(page)).toBe('Whose data is to be kept?')
    await page.reload()
    expect(await stepTitle(page)).toBe('Whose data is to be kept?')
  })

  test('the browser can be restarted', async () => {
    const page = await visit('/runbooks/split-brain')
    await saved(page)
    await server.stop()
    await context.close()
    context = await launchProfile(profile)
    const anew = await context.newPage()
    await anew.goto(server.url('/runbooks/split-brain'))
    expect(await stepTitle(anew)).toBe('What do both hosts show?')
  })

  test('a page that the browser has evicted says so, and comes back with the server', async () => {
    const page = await visit('/')
    await saved(page)
    await evict(page, '/server/drbd-states/')
    await server.stop()
    await page.goto(server.url('/server/drbd-states'))
    expect(await page.locator('h1').textContent()).toContain('is not saved')

    await server.start()
    await page.goto(server.url('/server/drbd-states'))
    await server.stop()
    await page.reload()
    expect(await page.locator('h1').textContent()).toContain('DRBD')
  })
})

test('where there is no room for all, runbooks come first and the rest is said to be missing', async () => {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const quotaSize = 6_000_000
  await session.send('Storage.overrideQuotaForOrigin', {origin: server.url(''), quotaSize})
  await page.goto(server.url('/offline'))
  await page.getByText('no more room').waitFor()
  await server.stop()
  await page.goto(server.url('/runbooks/disk-full'))
  expect(await page.locator('.handrail-step:visible').count()).toBe(1)
})

describe('a new version', () => {
  beforeEach(async () => {
    next = mkdtempSync(join(tmpdir(), 'next-'))
    cpSync(built, next, {recursive: true})
    const page = join(next, 'runbooks/split-brain/index.html')
    writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><meta name="next">'))
    const version = {commit: 'abcdef0', date: '2030-01-01', build: 'next'}
    writeFileSync(join(next, 'version.json'), JSON.stringify(version))
    await writeWorker(next, [], {first, leaveOut: []})
  })

  test('waits for the responder who is under way', async () => {
    const page = await visit('/runbooks/split-brain')
    await saved(page)
    await page.getByRole('button', {name: 'The identifiers have diverged'}).click()
    await server.deploy(next!)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await newWorkerWaits(page)
    expect(await page.getByText('newer version').isVisible()).toBe(false)
    await page.reload()
    expect(await stepTitle(page)).toBe('Keep them apart')
    await page.getByRole('button', {name: 'Both are StandAlone'}).click()
    expect(await stepTitle(page)).toBe('Whose data is to be kept?')
  })

  test('is used when the reader says so', async () => {
    const page = await visit('/runbooks/split-brain')
    await saved(page)
    await server.deploy(next!)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByRole('button', {name: 'Use it now'}).click()
    await page.locator('meta[name=next]').waitFor({state: 'attached'})
  })

  test('is told from a stale copy, which can be dropped', async () => {
    const page = await visit('/offline')
    await saved(page)
    await server.deploy(next!)
    await page.reload()
    await page.getByText('another version, of 2030-01-01 (abcdef0)').waitFor()
    await page.getByRole('button', {name: 'Drop the copy'}).click()
    await page.getByText('The server has the same version').waitFor()
    await page.goto(server.url('/runbooks/split-brain'))
    expect(await page.locator('meta[name=next]').count()).toBe(1)
  })
})

async function visit(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.url(path))
  return page
}

/** Waits until the browser holds the whole site. */
async function saved(page: Page): Promise<void> {
  const wanted = [
    ...readFileSync(join(built, 'service-worker.js'), 'utf8').matchAll(/integrity:"/g),
  ]
  const held = () =>
    page.evaluate(async () => (await (await caches.open('site-copy')).keys()).length)
  await expect.poll(held, {timeout: 20_000}).toBe(wanted.length)
}

async function newWorkerWaits(page: Page): Promise<void> {
  const waiting = () =>
    page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state ?? '',
    )
  await expect.poll(waiting, {timeout: 20_000}).toBe('installed')
}

function evict(page: Page, path: string): Promise<void> {
  return page.evaluate(async (part) => {
    const cache = await caches.open('site-copy')
    for (const request of await cache.keys()) {
      if (request.url.includes(part)) await cache.delete(request)
    }
  }, path)
}

async function stepTitle(page: Page): Promise<string> {
  const heading = page.locator('.handrail-step > :is(h2, h3, h4):visible').first()
  return heading.evaluate((element) => (element.firstChild?.textContent ?? '').trim())
}

function commitOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')).commit
}
