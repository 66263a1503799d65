import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** axe is put into the page, which the page's own policy would not let in. */
const audited: BrowserContextOptions = {bypassCSP: true, reducedMotion: 'reduce'}

/** A page with a rehearsal, in a browser that remembers nothing. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({...audited, ...options})
  const page = await context.newPage()
  await page.goto(`${inject('site')}${path}`)
  await page.waitForFunction(() => customElements.get('handrail-rehearsal'))
  return page
}

/** The same split brain in every test: both networks were cut, and both hosts have served. */
const split = '/server/split-brain#rehearsal?s=3&r=split-brain'

const consoles = (page: Page) => page.locator('handrail-rehearsal .panes')

/** Everything that stands in the consoles, those that are not shown as well. */
const played = (page: Page) => page.locator('handrail-rehearsal [role=log]').allTextContents()

const output = (page: Page, host: string) => page.getByRole('log', {name: `Console of ${host}`})

/** Types lines into a console, which has to be brought forward where only one has room. */
async function run(page: Page, host: string, ...lines: string[]): Promise<void> {
  const choice = page.getByRole('button', {name: host, exact: true})
  if (await choice.isVisible()) await choice.click()
  const field = page.getByLabel(`Command on ${host}`)
  for (const line of lines) {
    await field.fill(line)
    await field.press('Enter')
  }
}

const end = (page: Page) => page.getByRole('button', {name: 'End it'}).click()

/** Presses Tab until something has the focus that is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await page.keyboard.press('Tab')
    if (name.test(await focused(page))) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}

/** What has the focus is called, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''
  })

test('a whole rehearsal by the keyboard alone', async () => {
  const page = await open('/server/scenario-vip-on-both')
  await page.locator('handrail-rehearsal button').focus()
  await page.keyboard.press('Enter')
  await consoles(page).waitFor()
  await expect.poll(() => focused(page)).toMatch(/^Rehearsal \d+: VIP on both hosts$/)

  await tabTo(page, /^Wait 1 min$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Command on be1$/)
  await page.keyboard.type('chef-server-ctl ha-status')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => output(page, 'be1').innerText())
    .toContain('found VRRP communications interface')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => output(page, 'be1').innerText())
    .toContain('01:05 be1# chef-server-ctl ha-status')

  await tabTo(page, /^End it/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('What came of it')
  await tabTo(page, /^Leave the rehearsal$/)
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Start the rehearsal/)
  await page.context().close()
})

const looks: Record<string, BrowserContextOptions> = {
  'on a phone': {viewport: {width: 320, height: 640}},
  'on a wide screen': {viewport: {width: 1440, height: 900}},
  dark: {colorScheme: 'dark'},
  'in forced colours': {forcedColors: 'active'},
}

test.each(Object.entries(looks))(
  'axe finds nothing, nothing is cut off, targets are large: %s',
  async (_look, options) => {
    const page = await open('/rehearsal', options)
    await sound(page, 'before')
    await page.selectOption('select[name=runbook]', 'split-brain')
    await page.getByRole('button', {name: 'Start the rehearsal'}).click()
    await consoles(page).waitFor()
    await sound(page, 'begun')
    for (const host of ['be1', 'be2', 'another machine']) {
      await run(page, host, 'cat /proc/drbd; drbdadm get-gi pc0', 'nonsense', 'drbdadm primary pc0')
      await sound(page, host)
    }
    await end(page)
    await sound(page, 'ended')
    await page.context().close()
  },
)

/** What axe finds, what stands out to the side, and controls that are too small. */
async function sound(page: Page, state: string): Promise<void> {
  expect(await new Stepper(page).violations('article'), state).toEqual([])
  const [wide, screen] = await page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement
    return [scrollWidth, clientWidth]
  })
  expect(wide, state).toBeLessThanOrEqual(screen!)
  const controls = page.locator('handrail-rehearsal :is(button, select, textarea):visible')
  for (const box of await Promise.all((await controls.all()).map((one) => one.boundingBox()))) {
    expect(Math.min(box!.width, box!.height), state).toBeGreaterThanOrEqual(24)
  }
}

test('what is copied from the runbook on the page is ready in the console of its host', async () => {
  const page = await open(split)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await consoles(page).waitFor()
  const stepper = new Stepper(page)
  await page.getByRole('button', {name: 'Copy the command for be1 and be2'}).first().click()
  await expect
    .poll(() => page.getByLabel('Command on be2').inputValue())
    .toContain('drbdadm get-gi pc0')
  await page.getByLabel('Command on be1').press('Enter')
  await expect.poll(() => output(page, 'be1').innerText()).toContain('cs:')

  await stepper.choose('The identifiers have diverged')
  await page.getByRole('button', {name: 'Copy the command for be2'}).first().click()
  await expect.poll(() => page.getByLabel('Command on be2').inputValue()).toContain('hostname -s')
  await page.context().close()
})

describe('a link', () => {
  test('leads another reader to the same place, and to what came of it', async () => {
    const page = await open(split)
    await consoles(page).waitFor()
    await run(page, 'be1', 'cat /proc/drbd')
    await run(page, 'be2', 'drbdadm disconnect pc0')
    await page.getByRole('button', {name: 'Wait 10 min'}).click()
    const before = await played(page)
    const link = await copiedLink(page)
    await end(page)
    const told = await page.locator('.debrief').innerText()
    const linkToEnd = await copiedLink(page)
    await page.context().close()

    const other = await open(link)
    await consoles(other).waitFor()
    await expect.poll(() => played(other)).toEqual(before)
    await expect.poll(() => focused(other)).toMatch(/^Rehearsal 3: Split brain$/)
    await other.context().close()

    const judge = await open(linkToEnd)
    await expect.poll(() => judge.locator('.debrief').innerText()).toBe(told)
    await judge.context().close()
  })

  test('and a reload in the middle lead back to where the responder was', async () => {
    const page = await open('/server/scenario-disk-full')
    await page.getByRole('button', {name: 'Start the rehearsal'}).click()
    await consoles(page).waitFor()
    await run(page, 'be1', 'df -h')
    const before = await played(page)
    await page.reload()
    await consoles(page).waitFor()
    await expect.poll(() => played(page)).toEqual(before)
    await page.context().close()
  })

  test('of nonsense leaves the page as it is', async () => {
    const page = await open('/server/split-brain#rehearsal?s=x&a=%E0%A4%A~~')
    await page.getByRole('button', {name: 'Start the rehearsal'}).waitFor()
    await expect.poll(() => page.locator('.handrail-step:visible').count()).toBe(1)
    await page.context().close()
  })
})

/** The link that the button copies, without the site's address. */
async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', {name: 'Copy the link'}).click()
  await page.getByText('The link is copied').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  return link.slice(inject('site').length)
}

test('what came of it names the loss and the moment, and leads to the steps', async () => {
  const page = await open('/server/split-brain#rehearsal?s=1&r=split-brain')
  await consoles(page).waitFor()
  await run(page, 'be2', 'drbdadm connect --discard-my-data pc0')
  await end(page)
  const told = page.locator('.debrief')
  const text = await told.innerText()
  expect(text).toContain('Lost: write 1 taken on be2')
  expect(text).toContain('It became too late at 00:00')
  expect(text).toContain('The runbook stood at “Keep them apart”')
  await told.getByRole('link', {name: 'Keep them apart'}).click()
  await page.waitForURL('**/runbooks/split-brain#keep-them-apart')
  await page.context().close()
})
