import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launch()
  page = await browser.newPage()
})
afterAll(() => browser.close())

const searchBox = () => page.getByRole('combobox', {name: 'Search'})
const options = () => page.getByRole('option')

test.each(['/', 'Control+k', 'Meta+k'])('%s opens it, Escape closes it', async (key) => {
  await page.goto(`${inject('site')}/server/firewall`)
  await page.keyboard.press(key)
  await searchBox().waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
  await page.keyboard.press('Escape')
  await searchBox().waitFor({state: 'hidden'})
})

test('arrow keys choose, Enter goes there', async () => {
  await page.goto(`${inject('site')}/runbooks/triage`)
  await page.keyboard.press('/')
  await searchBox().fill('Split-Brain detected')
  await options().first().waitFor()
  await page.keyboard.press('ArrowDown')
  const chosen = page.locator('[role=option][aria-selected=true]')
  await expect.poll(() => chosen.count()).toBe(1)
  const address = await chosen.getAttribute('href')
  await expect
    .poll(() => searchBox().getAttribute('aria-activedescendant'))
    .toBe(await chosen.getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.waitForURL(address!)
})

test('the button opens it; what was found is announced', async () => {
  await page.goto(inject('site'))
  await page.getByRole('button', {name: 'Search'}).click()
  await searchBox().fill('(-12)')
  await options().first().waitFor()
  expect(await page.getByRole('status').first().textContent()).toMatch(/^Best \d+/)
  await expect.poll(() => options().first().textContent()).toContain('Demotion stuck')
})

test('what is typed stays text', async () => {
  await page.goto(inject('site'))
  await page.keyboard.press('/')
  await searchBox().fill('<img src=x onerror="document.title=1"> drbd')
  await options().first().waitFor()
  await expect.poll(() => page.locator('.search-dialog img').count()).toBe(0)
})

test('a key typed into a field is a letter', async () => {
  await page.goto(inject('site'))
  await page.keyboard.press('/')
  await searchBox().fill('')
  await page.keyboard.type('/proc/drbd')
  await expect.poll(() => searchBox().inputValue()).toBe('/proc/drbd')
})
