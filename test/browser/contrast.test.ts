import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const pages = [
  '/',
  '/server/high-availability',
  '/server/proc-drbd',
  '/runbooks/triage',
  '/rehearsal',
  '/reference/writing-runbooks',
  '/offline',
  '/nowhere',
]

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** What WCAG asks for at level AAA, where the other tests hold the site to AA. */
test.each(['light', 'dark'] as const)('text has a contrast of 7 to 1, %s', async (colorScheme) => {
  const found: string[] = []
  for (const path of pages) {
    const context = await browser.newContext({
      colorScheme,
      bypassCSP: true,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(inject('site') + path)
    await page.locator('html[data-has-hydrated=true]').waitFor()
    const violations = await new Stepper(page).violations('html', ['color-contrast-enhanced'])
    found.push(...violations.map((violation) => `${path} ${violation}`))
    await context.close()
  }
  expect(found).toEqual([])
})
