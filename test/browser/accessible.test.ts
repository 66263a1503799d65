import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {rowsOf} from '../../plugins/handbook/test/pdf-text.ts'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const source = fileURLToPath(new URL('../../docs/runbooks', import.meta.url))
const runbooks = readdirSync(source)
  .filter((file) => /\.(md|rst)$/.test(file))
  .filter((file) => /^(runbook:|:runbook:)/m.test(readFileSync(`${source}/${file}`, 'utf8')))
  .map((file) => file.replace(/\.\w+$/, ''))

/** A few of them, of each kind of step; all of them take minutes (`npm run nightly`). */
const looked = process.env['EVERY_RUNBOOK']
  ? runbooks
  : ['disk-full', 'split-brain', 'triage', 'vip-on-both']

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** axe is put into the page, which the page's own policy would not let in. */
const audited: BrowserContextOptions = {bypassCSP: true, reducedMotion: 'reduce'}

const open = (name: string, options: BrowserContextOptions = {}): Promise<Stepper> =>
  Stepper.open(browser, `${inject('site')}/runbooks/${name}`, {...audited, ...options})

const panels = ['misfit', 'paste', 'log', 'map', 'handover', 'help']

describe('every step, before its roles are decided and after', () => {
  test.each(looked)(
    '%s: axe finds nothing, nothing is cut off at 320 pixels, targets are large',
    async (name) => {
      const stepper = await open(name, {viewport: {width: 320, height: 640}})
      expect(await stepper.violations()).toEqual([])
      for (const link of await stepLinks(stepper.page)) {
        await stepper.page.evaluate((hash) => void (location.hash = hash), link)
        await stepper.page.locator(`[data-step="${link.split('?')[0]}"]`).waitFor()
        await revealAll(stepper.page)
        await expectSound(stepper, link)
      }
      for (const panel of panels) {
        await stepper.tool(panel)
        await expectSound(stepper, panel)
      }
      await stepper.close()
    },
    300_000,
  )
})

/** Nothing for axe to find, by day and by night, nothing cut off, nothing too small to hit. */
async function expectSound(stepper: Stepper, place: string): Promise<void> {
  const {page} = stepper
  expect(await stepper.violations('handrail-runbook'), place).toEqual([])
  const setTheme = (theme: string): Promise<void> =>
    page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme)
  await setTheme('dark')
  expect(await stepper.violations('handrail-runbook', ['color-contrast']), place).toEqual([])
  await setTheme('light')
  expect(await tooWide(page), place).toEqual([])
  expect(await tooSmall(page), place).toEqual([])
}

describe('what stands above a step', () => {
  test('axe finds nothing while an answer is changed, nor in what came of it', async () => {
    const stepper = await open('split-brain')
    await stepper.choose('The identifiers have diverged', 'Both are StandAlone')
    await stepper.choose('be1 keeps its data', 'The victim has let go and the survivor serves')
    await stepper.changeAnswer('Whose data')
    await expectSound(stepper, 'while it is changed')
    await stepper.choose('be2 keeps its data')
    await stepper.page.getByText('No longer fits').waitFor()
    await expectSound(stepper, 'what no longer fits')
    await stepper.close()
  })

  test('nor on a step off the path, nor where the storage is full, nor of an earlier session', async () => {
    const stepper = await open('split-brain')
    const {page} = stepper
    await stepper.choose('The identifiers have diverged')
    await page.evaluate(() => void (location.hash = 'discard-the-victims-changes'))
    await page.getByText('off your path').waitFor()
    await expectSound(stepper, 'off the path')
    await page.getByRole('button', {name: /^Back to your step/}).click()
    await page.getByRole('button', {name: 'Start again'}).click()
    await page.getByText('keeps an earlier session').waitFor()
    await expectSound(stepper, 'an earlier session')
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await stepper.choose('The identifiers have diverged')
    await page.getByText('storage is full').first().waitFor()
    await expectSound(stepper, 'full storage')
    await stepper.close()
  })

  test('nor in what was read of pasted output: what fits, what contradicts, what is not known', async () => {
    const stepper = await open('split-brain')
    const {page} = stepper
    for (const text of [
      'nothing of the kind',
      one,
      `${one}\n${one.replace('Primary', 'Secondary')}`,
    ]) {
      await stepper.tool('paste')
      await page.getByLabel('Output of the commands').fill(text)
      await page.getByRole('button', {name: 'Read it'}).click()
      await page.locator('#panel :is(.alert, .summary)').first().waitFor()
      await expectSound(stepper, text)
    }
    await stepper.close()
  })
})

/** What a host that stands alone prints. */
const one = `be1# cat /proc/drbd
version: 8.4.11-1 (api:1/proto:86-101)
 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----
    ns:0 nr:0 dw:120 dr:900 al:4 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f oos:48`

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
    for (const panel of panels) {
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
  const inSight = await stepper.titles()
  const titles = await stepper.page
    .locator('.handrail-step > h2')
    .evaluateAll((all) => all.map((heading) => heading.firstChild?.textContent ?? ''))
  const printed = await rowsOf(await stepper.page.pdf())
  const words = squeezed(printed.map(({text}) => text).join(''))
  expect(titles.length).toBeGreaterThan(20)
  expect(titles.filter((title) => !words.includes(squeezed(title)))).toEqual([])
  for (const advice of [
    'What is lost, and how to undo it',
    'If it is refused',
    'If none of this fits',
  ])
    expect(words).toContain(squeezed(advice))
  expect(words).not.toContain(squeezed('This does not fit what I see'))
  await expect.poll(() => stepper.titles()).toEqual(inSight)
  await stepper.close()
})

/** Without white space, which is another one where lines are broken anew. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

/**
 * Links to each step, without roles and with them, each with hosts of other names than the one
 * before: so it is a session of its own, and takes the roles it names.
 */
function stepLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = document.querySelector<HTMLElement>('handrail-runbook')!.dataset['plan']!
    const {steps, head} = (JSON.parse(data) as {plan: PlanShape}).plan
    const [one, other] = head.hosts
    const roles = head.roles.map((role, at) => `${role}:${at % 2 ? other : one}`).join('~')
    const given = roles ? ['', `&r=${roles}`] : ['']
    return steps
      .flatMap(({id}) => given.map((known) => ({id, known})))
      .map(({id, known}, at) => `${id}?h=${one}:athene-${at % 2}~${other}:hera-${at % 2}${known}`)
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
