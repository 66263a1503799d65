import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const source = fileURLToPath(new URL('../../docs/runbooks', import.meta.url))
const runbooks = readdirSync(source)
  .filter((file) => /\.(md|rst)$/.test(file))
  .filter((file) => /^(runbook:|:runbook:)/m.test(readFileSync(`${source}/${file}`, 'utf8')))
  .map((file) => file.replace(/\.\w+$/, ''))

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** axe is put into the page, which the page's own policy would not let in. */
const audited: BrowserContextOptions = {bypassCSP: true, reducedMotion: 'reduce'}

const open = (name: string, options: BrowserContextOptions = {}): Promise<Stepper> =>
  Stepper.open(browser, `${inject('site')}/runbooks/${name}`, {...audited, ...options})

describe('every step of every runbook, its roles decided and what destroys shown', () => {
  test.each(runbooks)(
    '%s: axe finds nothing, nothing is cut off at 320 pixels, targets are large',
    async (name) => {
      const stepper = await open(name, {viewport: {width: 320, height: 640}})
      expect(await stepper.violations()).toEqual([])
      for (const link of await stepLinks(stepper.page)) {
        await stepper.page.evaluate((hash) => void (location.hash = hash), link)
        await stepper.page.locator(`[data-step="${link.split('?')[0]}"]`).waitFor()
        await revealAll(stepper.page)
        expect(await stepper.violations('handrail-runbook'), link).toEqual([])
        expect(await tooWide(stepper.page), link).toEqual([])
        expect(await tooSmall(stepper.page), link).toEqual([])
      }
      await stepper.close()
    },
    120_000,
  )
})

const looks: Record<string, BrowserContextOptions> = {
  light: {colorScheme: 'light'},
  dark: {colorScheme: 'dark'},
  'forced colours': {forcedColors: 'active'},
  'a page of half the width, as at 200 %': {viewport: {width: 640, height: 400}},
  'a wide screen': {viewport: {width: 1440, height: 900}},
}

describe.each(Object.entries(looks))('split brain in %s', (_look, options) => {
  test('axe finds nothing in any panel', async () => {
    const stepper = await open('split-brain', options)
    await stepper.choose(
      'The identifiers have diverged',
      'Both are StandAlone',
      'be1 keeps its data',
    )
    for (const panel of ['misfit', 'paste', 'log', 'map', 'handover', 'help']) {
      await stepper.tool(panel)
      expect(await stepper.violations(), panel).toEqual([])
      expect(await tooWide(stepper.page), panel).toEqual([])
      expect(await tooSmall(stepper.page), panel).toEqual([])
    }
    await stepper.page.getByText('Decided so far').click()
    await stepper.page.locator('summary[data-control=names]').click()
    await stepper.page.goBack()
    expect(await stepper.violations()).toEqual([])
    await stepper.close()
  })
})

test('without motion nothing moves', async () => {
  const stepper = await open('split-brain')
  const moving = await stepper.page.evaluate(() => document.getAnimations().length)
  expect(moving).toBe(0)
  await stepper.close()
})

test('on paper the whole document stands, without controls', async () => {
  const stepper = await open('split-brain')
  const inSight = (await stepper.titles()).length
  await stepper.page.emulateMedia({media: 'print'})
  await expect.poll(async () => (await stepper.titles()).length).toBeGreaterThan(20)
  expect(await stepper.page.locator('.foot:visible, .tools:visible').count()).toBe(0)
  await stepper.page.emulateMedia({media: 'screen'})
  await expect.poll(async () => (await stepper.titles()).length).toBe(inSight)
  await stepper.close()
})

/**
 * A link to each step, each with hosts of other names than the one before: so it is a session of
 * its own, and takes the roles it names.
 */
function stepLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = document.querySelector<HTMLElement>('handrail-runbook')!.dataset['plan']!
    const {steps, head} = (JSON.parse(data) as {plan: PlanShape}).plan
    const [one, other] = head.hosts
    const roles = head.roles.map((role, at) => `${role}:${at % 2 ? other : one}`).join('~')
    return steps.map(({id}, at) => {
      const hosts = `${one}:athene-${at % 2}~${other}:hera-${at % 2}`
      return `${id}?h=${hosts}${roles && `&r=${roles}`}`
    })
  })
}

interface PlanShape {
  steps: {id: string}[]
  head: {hosts: string[]; roles: string[]}
}

/** Types the name of its host for each command that destroys. */
async function revealAll(page: Page): Promise<void> {
  for (const form of await page.locator('.confirm:visible').all()) {
    const label = (await form.locator('label').textContent()) ?? ''
    await form.locator('input').fill(label.trim().split(/\s/).at(-1)!)
    await form.locator('input').press('Enter')
  }
}

/** What stands out of the page to the side, and cannot be scrolled by itself. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement
    return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} pixels`] : []
  })
}

/** Controls of less than 24 pixels, but for those within a sentence. */
function tooSmall(page: Page): Promise<string[]> {
  const controls = page.locator('handrail-runbook :is(button, input, select, summary):visible')
  return controls.evaluateAll((found) =>
    found
      .filter((one) => !one.closest('p.reason') && !one.matches('.skip'))
      .map((one) => ({box: one.getBoundingClientRect(), text: one.textContent ?? one.tagName}))
      .filter(({box}) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(({box, text}) => `${text.trim()}: ${box.width} × ${box.height}`),
  )
}
