import type {Browser, Page, Route} from 'playwright-core'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const missing = 'This part could not be loaded. The steps work without it.'
/** Beside one another the log opens by itself; below one another nothing does. */
const widths = {below: 800, beside: 1440}

/** A page whose panels' scripts come as `answer` has it; nothing is answered from an offline copy. */
async function open(
  width: number,
  answer: (route: Route, panel: string) => unknown,
): Promise<Stepper> {
  const viewport = {width, height: 900}
  const context = await browser.newContext({viewport, serviceWorkers: 'block'})
  await context.route('**/*-panel-*.js', (route) =>
    answer(route, /(\w+)-panel/.exec(route.request().url())?.[1] ?? ''),
  )
  return Stepper.in(context, `${inject('site')}/runbooks/split-brain`)
}

const button = (page: Page, name: string) => page.locator(`[data-tool=${name}]`)
const panel = (page: Page) => page.locator('#panel:visible')
const said = (page: Page) => page.locator('.live', {hasText: missing})

/** The panels that are marked as open. */
const marked = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('[data-tool][aria-expanded=true]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-tool')))

test('a panel is open from the moment it is asked for, and the last one asked for is shown', async () => {
  const held = new Map<string, () => Promise<void>>()
  const stepper = await open(widths.below, (route, name) => held.set(name, () => route.continue()))
  const {page} = stepper
  for (const name of ['map', 'help']) {
    await button(page, name).click()
    expect(await marked(page)).toEqual([name])
    await expect.poll(() => held.has(name)).toBe(true)
    expect(await panel(page).count()).toBe(0)
  }
  await held.get('help')!()
  await panel(page).getByText('copy the next command').waitFor()
  const [late] = await Promise.all([page.waitForResponse(/map-panel/), held.get('map')!()])
  await page.evaluate(`import('${late.url()}').then(() => undefined)`)
  expect(await marked(page)).toEqual(['help'])
  expect(await panel(page).getByText('copy the next command').count()).toBe(1)
  await stepper.close()
})

test('a script that does not come: nothing is open, it is said, and asking again helps', async () => {
  let isDown = true
  const stepper = await open(widths.below, (route) => (isDown ? route.abort() : route.continue()))
  const {page} = stepper
  await button(page, 'map').click()
  await said(page).waitFor()
  expect(await marked(page)).toEqual([])
  expect(await panel(page).count()).toBe(0)
  expect(await stepper.focused()).toBe('Map')
  isDown = false
  await button(page, 'map').click()
  await panel(page).getByRole('navigation', {name: 'Map of the runbook'}).waitFor()
  await stepper.close()
})

test('a panel that opens by itself and does not come leaves the focus alone', async () => {
  const stepper = await open(widths.beside, (route) => route.abort())
  const {page} = stepper
  await said(page).waitFor()
  expect(await marked(page)).toEqual([])
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await stepper.close()
})
