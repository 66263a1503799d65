import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const built = new URL('../../build/', import.meta.url)
const folder = fileURLToPath(new URL('standalone', built))
const english = readdirSync(folder).map((name) => `standalone/${name}`)
const files = [...english, 'de/standalone/index.html', 'de/standalone/triage.html']

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test.each(files)('%s asks for nothing, from a disk', async (file) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const asked: string[] = []
  const problems: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(error.message))
  const address = new URL(file, built).href
  await page.goto(address)
  await page.waitForFunction(() => customElements.get('handrail-runbook'))
  await page.locator('handrail-choices:visible button').first().click()
  await page.waitForTimeout(50)
  // The answer may lead to another runbook, which is another file.
  expect(asked.shift()).toBe(address)
  expect(asked.filter((url) => !/^file:.*\/standalone\/[\w-]+\.html/.test(url))).toEqual([])
  expect(problems).toEqual([])
  await context.close()
})

test('all runbooks in one file step by step, each by itself', async () => {
  const stepper = await Stepper.open(browser, new URL('standalone/index.html', built).href)
  const {page} = stepper
  const runbooks = await page.locator('handrail-runbook').count()
  expect(runbooks).toBe(await page.locator('main > ul li').count())
  const titles = (): Promise<number> => page.locator('.handrail-step > :is(h2, h3):visible').count()
  await expect.poll(() => titles()).toBe(runbooks)
  await page.locator('handrail-choices:visible button').first().click()
  await expect.poll(() => titles()).toBe(runbooks)
  await stepper.close()
})

test.each(['standalone/split-brain.html', 'standalone/index.html', 'de/standalone/triage.html'])(
  '%s is complete without script',
  async (file) => {
    const stepper = await Stepper.open(browser, new URL(file, built).href, {
      javaScriptEnabled: false,
    })
    const {page} = stepper
    const steps = page.locator('.handrail-step')
    await expect.poll(() => steps.count()).toBeGreaterThan(3)
    for (const part of ['.handrail-step', 'handrail-command pre', 'handrail-choices a']) {
      const all = page.locator(part)
      await expect.poll(() => page.locator(`${part}:visible`).count()).toBe(await all.count())
    }
    await stepper.close()
  },
)
