import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const standalone = new URL('../../build/standalone/split-brain.html', import.meta.url).href

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const faces = {
  'its page': () => `${inject('site')}/runbooks/split-brain`,
  'the stand-alone file': () => standalone,
}

describe.each(Object.entries(faces))('split brain on %s', (_face, address) => {
  test('one step at a time, and back', async () => {
    const page = await open(address())
    expect(await steps(page)).toEqual(['What do both hosts show?'])
    await choose(page, 'The identifiers have diverged')
    expect(await steps(page)).toEqual(['Keep them apart'])
    await page.getByRole('button', {name: /^Back/}).click()
    expect(await steps(page)).toEqual(['What do both hosts show?'])
    await page.close()
  })

  test('the heading of a new step has the focus', async () => {
    const page = await open(address())
    await choose(page, 'The identifiers have diverged')
    const focused = await page.evaluate(() => document.activeElement?.firstChild?.textContent)
    expect(focused).toBe('Keep them apart')
    await page.close()
  })

  test('a decision names the host in every command, with its guard', async () => {
    const page = await open(address())
    await decide(page)
    const command = page.locator('handrail-command:visible pre:visible').first()
    expect(await command.textContent()).toBe(
      `[ "$(hostname -s)" = be2 ] && { chef-server-ctl stop keepalived; } || echo 'wrong host or refused: stop'`,
    )
    await page.close()
  })

  test('a reload, and the link in another browser, lead to the same step', async () => {
    const page = await open(address())
    await decide(page)
    await page.reload()
    expect(await steps(page)).toEqual(['Take the victim out of service'])
    const other = await open(page.url(), await browser.newContext())
    expect(await steps(other)).toEqual(['Take the victim out of service'])
    await other.context().close()
    await page.close()
  })

  test('the browser’s own back goes back one answer', async () => {
    const page = await open(address())
    await decide(page)
    await page.goBack()
    expect(await steps(page)).toEqual(['Whose data is to be kept?'])
    await page.close()
  })

  test('axe finds nothing at the first step and at a command', async () => {
    const page = await open(address(), await browser.newContext({bypassCSP: true}))
    expect(await violations(page)).toEqual([])
    await decide(page)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test('without script it is the whole document, linked', async () => {
    const page = await open(address(), await browser.newContext({javaScriptEnabled: false}))
    expect((await steps(page)).length).toBeGreaterThan(20)
    await page.getByRole('link', {name: 'Keep them apart', exact: true}).first().click()
    expect(page.url()).toMatch(/#keep-them-apart$/)
    await page.context().close()
  })

  test('nothing is asked of another host, nothing goes wrong', async () => {
    const page = await (await browser.newContext()).newPage()
    const origin = new URL(address()).origin
    const strange: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) strange.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error') strange.push(message.text())
    })
    page.on('pageerror', (error) => strange.push(error.message))
    await page.goto(address())
    await decide(page)
    expect(strange).toEqual([])
    await page.context().close()
  })
})

test('the stand-alone file asks for nothing and allows nothing', () => {
  const html = readFileSync(fileURLToPath(standalone), 'utf8')
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'/)
  expect(html).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//)
})

async function open(
  address: string,
  context: BrowserContext | Promise<BrowserContext> = browser.newContext(),
): Promise<Page> {
  const page = await (await context).newPage()
  await page.goto(address)
  return page
}

/** Titles of the steps that can be seen. */
function steps(page: Page): Promise<string[]> {
  const headings = page.locator('.handrail-step > :is(h2, h3, h4):visible')
  return headings.evaluateAll((found) =>
    found.map((heading) => (heading.firstChild?.textContent ?? '').trim()),
  )
}

async function choose(page: Page, words: string): Promise<void> {
  await page.getByRole('button', {name: words}).click()
}

/** Walks to the first step whose command runs on the victim. */
async function decide(page: Page): Promise<void> {
  await choose(page, 'The identifiers have diverged')
  await choose(page, 'Both are StandAlone')
  await choose(page, 'be1 keeps its data')
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({path: axe})
  const found = await page.evaluate(async () => {
    const {axe} = window as unknown as {axe: {run(): Promise<{violations: {id: string}[]}>}}
    return (await axe.run()).violations
  })
  return found.map(({id}) => id)
}
