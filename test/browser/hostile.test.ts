import {cpSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {SiteCopy} from '../site/site-copy.ts'
import {launch} from './launch.ts'
import {type SiteServer, serveFolder} from './serve-folder.ts'
import {Stepper} from './stepper.ts'

/** What tries to run sets `window.ran`, or asks in a dialog. */
const script = `<script>window.ran='input'</script>`
const handler = `"><img src=x onerror="window.ran='input'">`

let browser: Browser
let site: SiteCopy
let server: SiteServer

beforeAll(async () => {
  site = new SiteCopy('test/fixtures/hostile')
  const source = fileURLToPath(new URL('../../src', import.meta.url))
  for (const name of ['content-security-policy', 'page-file.ts']) {
    cpSync(join(source, name), join(site.folder, name), {recursive: true})
  }
  const {code, output} = site.build()
  if (code !== 0) throw new Error(output)
  server = await serveFolder(join(site.folder, 'build'))
  browser = await launch()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  site.remove()
})

describe('text of authors', () => {
  test.each([
    '/',
    '/other',
    '/runbook',
    "/name'onerror=window.ran=1&x",
    '/standalone/runbook.html',
  ])('nothing in %s runs', async (path) => {
    const page = await open(server.url(encodeURI(path)))
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a'))
        if (/script:/i.test(link.href)) link.click()
      for (const button of document.querySelectorAll('form button')) (button as HTMLElement).click()
    })
    expect(await ran(page)).toEqual([])
    expect(new URL(page.url()).hostname).toBe('127.0.0.1')
    await page.context().close()
  })

  /** What React puts in the place of such an address throws. */
  test('no page links to a script', () => {
    const build = join(site.folder, 'build')
    const pages = readdirSync(build, {recursive: true, encoding: 'utf8'}).filter((path) =>
      path.endsWith('.html'),
    )
    const links = pages.flatMap((path) => [
      ...readFileSync(join(build, path), 'utf8').matchAll(
        /\s(?:href|src|action|formaction|data)="?\s*javascript:(?!throw )[^"\s>]*/gi,
      ),
    ])
    expect(links.map(([link]) => link)).toEqual([])
  })
})

describe('text of a responder', () => {
  test.each([script, handler, 'be1$(id)', `';alert(1)//`, 'be1\u0000\u202e\u001b[2J'])(
    'a link whose hosts and values are %s',
    async (text) => {
      const value = encodeURIComponent(text)
      const page = await open(
        server.url(
          `/runbook#next?h=be1:${value}~be2:${value}&s=NAME:${value}&r=VICTIM:${value}&a=${value}.${value}`,
        ),
      )
      expect(await ran(page)).toEqual([])
      await page.context().close()
    },
  )

  test('a link whose names are those of every object', async () => {
    const names = '__proto__:be1~constructor:be2~toString:be1'
    const link = `#next?h=${names}&s=${names}&r=${names}&a=__proto__.constructor~first.toString`
    const page = await open(server.url(`/runbook${link}`))
    expect(await page.locator('.handrail-step:visible').count()).toBe(1)
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
    await page.context().close()
  })

  test.each([script, handler, `cs:StandAlone ${handler}`, '\u0000\u001b[2J\u202ecs:StandAlone'])(
    'pasted output: %s',
    async (text) => {
      const stepper = await Stepper.open(browser, server.url('/runbook'))
      await stepper.tool('paste')
      await stepper.page.locator('textarea:visible').fill(text)
      await stepper.page.getByRole('button', {name: 'Read it'}).click()
      await stepper.page.locator('#panel form > div > *').first().waitFor()
      expect(await ran(stepper.page)).toEqual([])
      await stepper.close()
    },
  )

  test.each([script, handler])(
    'a note, in the log that is written and read again: %s',
    async (text) => {
      const stepper = await Stepper.open(browser, server.url('/runbook'))
      await stepper.note(text)
      expect((await stepper.entries()).join()).toContain(text)
      await stepper.page.reload()
      expect((await stepper.entries()).join()).toContain(text)
      expect(await ran(stepper.page)).toEqual([])
      await stepper.close()
    },
  )

  test('a log from elsewhere', async () => {
    const stepper = await Stepper.open(browser, server.url('/runbook'))
    await stepper.note('mine')
    const [stored] = await stepper.page.evaluate(() =>
      Object.keys(localStorage).map((key) => localStorage.getItem(key)!),
    )
    const log = stored!
      .replaceAll('mine', JSON.stringify(handler).slice(1, -1))
      .replaceAll('be1', JSON.stringify(script).slice(1, -1))
    await importLog(stepper, log)
    await expect.poll(async () => (await stepper.entries()).join()).toContain(handler)
    expect(await ran(stepper.page)).toEqual([])
    await stepper.close()
  })

  test.each([
    ['of 10 MB', ' '.repeat(10_000_000), 'longer than'],
    ['that never closes', '['.repeat(1_000_000), 'This is no log'],
    ['that is a prototype', '{"__proto__": {"format": "handrail-log"}}', 'This is no log'],
  ])('a log %s is refused, and the step stays', async (_what, log, reason) => {
    const stepper = await Stepper.open(browser, server.url('/runbook'))
    await importLog(stepper, log)
    await expect.poll(() => stepper.said()).toContain(reason)
    expect(await stepper.titles()).toHaveLength(1)
    expect(await stepper.page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
    await stepper.close()
  })
})

async function importLog(stepper: Stepper, log: string): Promise<void> {
  await stepper.tool('log')
  await stepper.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: `${handler}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(log),
    })
}

async function open(address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  page.on('dialog', (dialog) => {
    void dialog.dismiss()
    void page.evaluate(() => Object.assign(window, {ran: 'dialog'}))
  })
  await page.goto(address, {waitUntil: 'networkidle'})
  return page
}

/** What ran, in the page and its frames. */
async function ran(page: Page): Promise<unknown[]> {
  const marks = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => (window as {ran?: unknown}).ran)),
  )
  return marks.filter((mark) => mark !== undefined)
}
