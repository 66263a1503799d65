import {readFileSync, readdirSync} from 'node:fs'
import {type Server, createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launch} from './launch.ts'

const built = fileURLToPath(new URL('../../build', import.meta.url))
const runbooks = readdirSync(join(built, 'runbooks')).filter((name) => !name.includes('.'))

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

describe('the page of every runbook', () => {
  test.each(runbooks)('%s: its style, its text, then the style sheet', (name) => {
    const html = readFileSync(join(built, 'runbooks', name, 'index.html'), 'utf8')
    const places = ['<style>', '</head>', '<handrail-runbook', '</handrail-runbook>'].map((mark) =>
      html.indexOf(mark),
    )
    expect([...places, html.search(/<link [^>]*rel="?stylesheet/)]).toEqual(
      [...places, html.search(/<link [^>]*rel="?stylesheet/)].sort((a, b) => a - b),
    )
    expect(html.match(/<link [^>]*rel="?stylesheet/g)).toHaveLength(1)
  })

  test.each(runbooks)('%s: no script holds it up, and the stepper is asked for first', (name) => {
    const html = readFileSync(join(built, 'runbooks', name, 'index.html'), 'utf8')
    const scripts = [...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g)].map(([tag]) => tag)
    const [first, ...others] = scripts
    expect(first).toMatch(/type="?module"? src="?\/assets\/handrail\/stepper-/)
    expect(first).toMatch(/fetchpriority="?high/)
    for (const other of others) expect(other).toMatch(/(?=.*\bdefer\b)(?=.*fetchpriority="?low)/)
  })
})

describe('on a line that brings the text in pieces, and all else late', () => {
  let browser: Browser
  let server: Server
  let origin: string
  /** Lets scripts and style sheets through. */
  let release: () => void
  let released: Promise<void>

  beforeAll(async () => {
    browser = await launch()
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://site').pathname
      response.setHeader('content-type', types[extname(path)] ?? 'text/html; charset=utf-8')
      void send(path, async (piece) => void response.write(piece)).then(
        () => response.end(),
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  async function send(path: string, write: (piece: Buffer) => Promise<void>): Promise<void> {
    const isPage = extname(path) === ''
    const bytes = readFileSync(join(built, isPage ? join(path, 'index.html') : path))
    if (!isPage) await released
    const size = isPage ? 8000 : bytes.length
    for (let at = 0; at < bytes.length; at += size) {
      await write(bytes.subarray(at, at + size))
      if (isPage) await setTimeout(10)
    }
  }

  async function open(path: string, width: number): Promise<Page> {
    released = new Promise((resolve) => (release = resolve))
    const viewport = {width, height: 800}
    const page = await browser.newPage({viewport, serviceWorkers: 'block'})
    await page.addInitScript(watchShifts)
    await page.goto(origin + path, {waitUntil: 'commit'})
    return page
  }

  test('a runbook is read, and its links lead on, before any script or style sheet', async () => {
    const page = await open('/runbooks/split-brain', 360)
    const heading = page.getByRole('heading', {name: 'What do both hosts show?'})
    await heading.waitFor()
    await page.getByRole('link', {name: 'Keep them apart', exact: true}).first().click()
    await page.getByRole('heading', {name: 'Keep them apart'}).waitFor()
    expect(await heading.isVisible()).toBe(false)
    expect(await page.evaluate(() => customElements.get('handrail-runbook'))).toBeUndefined()
    release()
    await page.close()
  })

  const begun =
    '?a=what-do-both-hosts-show.the-identifiers-have-diverged~keep-them-apart.both-are-standalone'

  test.each([
    ['/runbooks/split-brain', 360],
    ['/runbooks/split-brain', 1440],
    ['/runbooks/triage', 768],
    ['/runbooks/split-brain#keep-them-apart', 360],
    [`/runbooks/split-brain#whose-data-is-to-be-kept${begun}`, 360],
    [`/runbooks/split-brain#whose-data-is-to-be-kept${begun}`, 1440],
  ])('%s at %i pixels: nothing moves when the scripts come', async (path, width) => {
    const page = await open(path, width)
    await page.locator('.page-foot').waitFor({state: 'attached'})
    const before = await textPlaces(page)
    release()
    await page.waitForFunction(() => customElements.get('handrail-runbook'))
    await page.locator('html[data-has-hydrated=true]').waitFor()
    await page.waitForTimeout(200)
    expect(await textPlaces(page)).toEqual(before)
    expect(await page.evaluate(() => (window as unknown as Watched).shift)).toBeLessThan(0.02)
    await page.close()
  })
})

interface Watched {
  shift: number
}

/** Runs in the page before anything else of it. */
function watchShifts(): void {
  const watched = window as unknown as Watched
  watched.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      watched.shift += (entry as PerformanceEntry & {value: number}).value
    }
  }).observe({type: 'layout-shift', buffered: true})
}

/** Where the title, the heading of the step and what is read first stand, in whole pixels. */
function textPlaces(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(() => {
    const parts = ['h1', '.handrail-intro > p', '.handrail-step > h2', '.handrail-step > p']
    const visible = (selector: string): Element | undefined =>
      [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
    return Object.fromEntries(
      parts.map((selector) => {
        const box = visible(selector)?.getBoundingClientRect()
        const sides = box ? [box.left, box.top + scrollY, box.width, box.height] : []
        return [selector, sides.map((side) => Math.round(side))]
      }),
    )
  })
}
