import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

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

/** To the first step whose command runs on the victim. */
const toVictim = ['The identifiers have diverged', 'Both are StandAlone', 'be1 keeps its data']

/** From there to the step that discards the victim's data. */
const toDiscard = [
  'The victim has let go and the survivor serves',
  'The snapshot is there',
  'Yes, they may be given up',
  'The hosts reach each other',
  'The survivor is Primary and waits',
]

describe.each(Object.entries(faces))('split brain on %s', (_face, address) => {
  const open = (): Promise<Stepper> => Stepper.open(browser, address())

  test('one step at a time, and back', async () => {
    const stepper = await open()
    await expect.poll(() => stepper.titles()).toEqual(['What do both hosts show?'])
    await stepper.choose('The identifiers have diverged')
    await expect.poll(() => stepper.titles()).toEqual(['Keep them apart'])
    await stepper.page.getByRole('button', {name: /^Back/}).click()
    await expect.poll(() => stepper.titles()).toEqual(['What do both hosts show?'])
    await stepper.close()
  })

  test('the heading of a new step has the focus', async () => {
    const stepper = await open()
    await stepper.choose('The identifiers have diverged')
    await expect.poll(() => stepper.focused()).toMatch(/^Keep them apart/)
    await stepper.close()
  })

  test('no command names a host before its role is decided', async () => {
    const stepper = await open()
    await stepper.page.goto(`${address()}#discard-the-victims-changes`)
    await stepper.page.reload()
    await expect.poll(() => stepper.titles()).toEqual(["Discard the victim's changes"])
    await expect.poll(() => stepper.commands()).toEqual(['cat /proc/drbd'])
    await stepper.page.getByRole('button', {name: 'Go to “Whose data is to be kept?”'}).click()
    await expect.poll(() => stepper.titles()).toEqual(['Whose data is to be kept?'])
    await stepper.close()
  })

  test('a decision names the host in every command, with its guard', async () => {
    const stepper = await open()
    await stepper.choose(...toVictim)
    await expect
      .poll(async () => (await stepper.commands())[0])
      .toBe(
        `[ "$(hostname -s)" = be2 ] && { chef-server-ctl stop keepalived; } || echo 'wrong host or refused: stop'`,
      )
    await stepper.close()
  })

  test('what destroys says what is lost, and shows itself for the name of its host alone', async () => {
    const stepper = await open()
    await stepper.choose(...toVictim, ...toDiscard)
    const {page} = stepper
    await expect.poll(() => stepper.titles()).toEqual(["Discard the victim's changes"])
    await expect.poll(() => stepper.focused()).toMatch(/^Discard/)
    await expect(page.locator('.lost:visible + p').textContent()).resolves.toContain(
      'The snapshot on be2 (VICTIM) keeps a copy',
    )
    expect((await stepper.commands()).join()).not.toContain('discard-my-data')

    const name = page.getByLabel('type the name of the host it runs on: be2')
    await name.fill('be1')
    await name.press('Enter')
    await expect.poll(() => stepper.said()).toBe('That is not be2. The command stays hidden.')
    expect((await stepper.commands()).join()).not.toContain('discard-my-data')

    await name.fill('be2')
    await name.press('Enter')
    await expect
      .poll(async () => (await stepper.commands())[0])
      .toBe(
        `[ "$(hostname -s)" = be2 ] && { drbdadm connect --discard-my-data pc0; } || echo 'wrong host or refused: stop'`,
      )
    await expect.poll(() => stepper.focused()).toMatch(/^Run on/)
    await stepper.close()
  })

  test('without script it is the whole document, linked', async () => {
    const stepper = await Stepper.open(browser, address(), {javaScriptEnabled: false})
    await expect.poll(async () => (await stepper.titles()).length).toBeGreaterThan(20)
    await stepper.page.getByRole('link', {name: 'Keep them apart', exact: true}).first().click()
    expect(stepper.page.url()).toMatch(/#keep-them-apart$/)
    const marked = stepper.page.locator('.handrail-step:has(:target)')
    const border = await marked.evaluate((step) => getComputedStyle(step).borderInlineStartColor)
    const other = stepper.page.locator('.handrail-step:not(:has(:target))').first()
    expect(border).not.toBe(
      await other.evaluate((step) => getComputedStyle(step).borderInlineStartColor),
    )
    await stepper.close()
  })

  test('nothing is asked of another host, nothing goes wrong', async () => {
    const page = await browser.newPage()
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
    await new Stepper(page).choose(...toVictim)
    expect(strange).toEqual([])
    await page.close()
  })
})

test('the stand-alone file asks for nothing and allows nothing', () => {
  const html = readFileSync(fileURLToPath(standalone), 'utf8')
  expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'/)
  expect(html).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//)
})
