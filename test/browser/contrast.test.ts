import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch} from './launch.ts'
import {type SiteServer, serveFolder} from './serve-folder.ts'
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
let server: SiteServer

beforeAll(async () => {
  server = await serveFolder(fileURLToPath(new URL('../../build', import.meta.url)))
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** What WCAG asks for at level AAA, where the other tests hold the site to AA. */
test.each(['light', 'dark'] as const)('text has a contrast of 7 to 1, %s', async (colorScheme) => {
  const found: string[] = []
  for (const path of pages) {
    const context = await browser.newContext({colorScheme, bypassCSP: true})
    const page = await context.newPage()
    await page.goto(server.url(path), {waitUntil: 'networkidle'})
    const violations = await new Stepper(page).violations('html', ['color-contrast-enhanced'])
    found.push(...violations.map((violation) => `${path} ${violation}`))
    await context.close()
  }
  expect(found).toEqual([])
})
