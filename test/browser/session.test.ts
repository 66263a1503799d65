import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import jsQR from 'jsqr'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch, launchProfile, removeProfile} from './launch.ts'
import {Stepper} from './stepper.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const address = (): string => `${inject('site')}/runbooks/split-brain`
const diverged = 'The identifiers have diverged'
const standAlone = 'Both are StandAlone'
const begun = [diverged, standAlone]
const decide = 'Whose data is to be kept?'
const victim = 'Take the victim out of service'

const open = (): Promise<Stepper> => Stepper.open(browser, address())

describe('nothing is lost', () => {
  test('by a reload: place, log, what was typed but not sent', async () => {
    const stepper = await open()
    await stepper.choose(...begun)
    await stepper.note('the pager said 02:14')
    await stepper.page.getByLabel('Note').fill('half a sentence')
    await stepper.page.reload()
    await expect.poll(() => stepper.titles()).toEqual([decide])
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('the pager said 02:14')
    await expect.poll(() => stepper.page.getByLabel('Note').inputValue()).toBe('half a sentence')
    await stepper.close()
  })

  test('by a restart of the browser, with the address or without its fragment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'))
    const inProfile = async <T>(use: (context: BrowserContext) => Promise<T>): Promise<T> => {
      const context = await launchProfile(folder)
      const result = await use(context)
      await context.close()
      return result
    }
    const link = await inProfile(async (context) => {
      const stepper = await Stepper.in(context, address())
      await stepper.choose(...begun)
      await stepper.note('before the restart')
      return stepper.page.url()
    })
    for (const again of [link, address()]) {
      await inProfile(async (context) => {
        const stepper = await Stepper.in(context, again)
        await expect.poll(() => stepper.titles()).toEqual([decide])
        await expect
          .poll(async () => (await stepper.entries()).join('\n'))
          .toContain('before the restart')
      })
    }
    removeProfile(folder)
  })

  test('by two tabs: one hears of the other, and where both go on both are kept', async () => {
    const context = await browser.newContext()
    const one = await Stepper.in(context, address())
    await one.choose(diverged)
    const two = await Stepper.in(context, one.page.url())
    await expect.poll(() => two.titles()).toEqual(['Keep them apart'])
    await one.note('from the first tab')
    await two.page.locator('.notices', {hasText: 'Another tab has gone on'}).waitFor()

    await two.choose('The command was refused')
    await two.page.locator('.notices', {hasText: 'Both ways are kept'}).waitFor()
    await one.choose(standAlone)
    await one.page.reload()
    await two.page.reload()
    await expect.poll(() => one.titles()).toEqual([decide])
    await expect.poll(async () => (await one.entries()).join('\n')).toContain('from the first tab')
    await expect.poll(() => two.titles()).toEqual(['Escalate: the hosts cannot be kept apart'])
    await context.close()
  })

  test('by going on from where the other tab is', async () => {
    const context = await browser.newContext()
    const one = await Stepper.in(context, address())
    await one.choose(diverged)
    const two = await Stepper.in(context, one.page.url())
    await one.choose(standAlone)
    await two.page.getByRole('button', {name: 'Go on from there'}).click()
    await expect.poll(() => two.titles()).toEqual([decide])
    await context.close()
  })

  test('by a runbook that has changed underneath: what still fits is kept, and it is said', async () => {
    const stepper = await open()
    await stepper.choose(...begun)
    await stepper.page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('handrail:session:'))!
      const log = localStorage.getItem(key)!
      const older = log
        .replaceAll(/"version": "[^"]+"/g, '"version": "an-older-one"')
        .replaceAll('both-are-standalone', 'an-answer-that-is-gone')
      localStorage.setItem(key, older)
    })
    await stepper.page.goto(address())
    await expect.poll(() => stepper.titles()).toEqual(['Keep them apart'])
    const {page} = stepper
    await page.getByText('This runbook has changed since the session was begun.').waitFor()
    await page.getByText('A step you have walked reads differently now: Keep them apart').waitFor()
    await page.getByText('No longer fits: “an-answer-that-is-gone” (Keep them apart).').waitFor()
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('the runbook has changed')
    await stepper.close()
  })

  test('by a full storage: the address keeps the answers, the log is offered as a file', async () => {
    const stepper = await open()
    const {page} = stepper
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await stepper.choose(diverged)
    await page.locator('.notices', {hasText: 'storage is full'}).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.notices').getByRole('button', {name: 'Save to go on elsewhere'}).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain('the-identifiers-have-diverged')

    page.on('dialog', (dialog) => void dialog.accept())
    const asked = page.waitForEvent('dialog')
    await page.reload()
    expect((await asked).type()).toBe('beforeunload')
    await expect.poll(() => stepper.titles()).toEqual(['Keep them apart'])
    await stepper.close()
  })

  test('by an alert that opens the same runbook: the earlier session is kept and offered', async () => {
    const context = await browser.newContext()
    const one = await Stepper.in(context, address())
    await one.choose(...begun)
    const two = await Stepper.in(context, `${address()}#?h=be1:athene~be2:hera`)
    await expect.poll(() => two.titles()).toEqual(['What do both hosts show?'])
    await two.choose(diverged)
    await one.page.reload()
    await expect.poll(() => one.titles()).toEqual([decide])
    await two.tool('log')
    await two.page.getByText('Sessions kept in this browser (1)').click()
    await two.page.getByRole('button', {name: 'Go on with it'}).click()
    await expect.poll(() => two.titles()).toEqual([decide])
    await context.close()
  })

  test('by starting again', async () => {
    const stepper = await open()
    await stepper.choose(...begun)
    await stepper.page.getByRole('button', {name: 'Start again'}).click()
    await expect.poll(() => stepper.titles()).toEqual(['What do both hosts show?'])
    await stepper.page.getByRole('button', {name: 'Go on with it'}).click()
    await expect.poll(() => stepper.titles()).toEqual([decide])
    await stepper.close()
  })

  test('by a link to another step of the page', async () => {
    const stepper = await open()
    await stepper.choose(...begun, 'be1 keeps its data')
    await stepper.page.evaluate(() => {
      location.hash = '#discard-the-victims-changes'
    })
    await stepper.page.getByText('You are looking at a step off your path.').waitFor()
    expect((await stepper.commands()).join()).not.toContain('discard-my-data')
    await stepper.page.getByRole('button', {name: `Back to your step: ${victim}`}).click()
    await expect.poll(() => stepper.titles()).toEqual([victim])
    await expect.poll(async () => (await stepper.commands())[0]).toContain('be2')
    await stepper.close()
  })

  test('by going to another runbook and back', async () => {
    const stepper = await open()
    await stepper.note('seen in the first runbook')
    await stepper.choose('One of the hosts cannot be reached')
    await stepper.page.waitForURL(/primary-unavailable/)
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('seen in the first runbook')
    await stepper.page.reload()
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('seen in the first runbook')
    await stepper.page.goBack()
    await stepper.page.waitForURL(/split-brain/)
    await expect.poll(() => stepper.titles()).toEqual(['What do both hosts show?'])
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('seen in the first runbook')
    await stepper.close()
  })
})

describe('an earlier answer', () => {
  const walked = [...begun, 'be1 keeps its data', 'The victim has let go and the survivor serves']

  test('that is given again keeps all later ones', async () => {
    const stepper = await open()
    await stepper.choose(...walked)
    await stepper.changeAnswer('Keep them apart')
    await stepper.choose(standAlone)
    await expect.poll(() => stepper.titles()).toEqual(["Save the victim's data"])
    await stepper.page.getByText('2 later answers still fit and were kept.').waitFor()
    await stepper.page.getByRole('button', {name: 'Answer them anew'}).click()
    await expect.poll(() => stepper.titles()).toEqual([decide])
    await stepper.close()
  })

  test('that is another one now gives up what was seen of the other host, and says so', async () => {
    const stepper = await open()
    await stepper.choose(...walked)
    await stepper.changeAnswer(decide)
    await stepper.choose('be2 keeps its data')
    await expect.poll(() => stepper.titles()).toEqual([victim])
    await expect.poll(async () => (await stepper.commands())[0]).toContain('= be1 ]')
    await stepper.page.getByText('as it was about the other host: “The victim has let go').waitFor()
    await stepper.close()
  })

  test('can be left as it was', async () => {
    const stepper = await open()
    await stepper.choose(...walked)
    await stepper.page.goBack()
    await stepper.page.goBack()
    await expect.poll(() => stepper.titles()).toEqual([decide])
    await stepper.page.locator('.reason:visible', {hasText: 'Your answer before.'}).waitFor()
    await stepper.page.getByRole('button', {name: 'Leave the answer as it was'}).click()
    await expect.poll(() => stepper.titles()).toEqual(["Save the victim's data"])
    await stepper.close()
  })

  test('comes back with what was seen there', async () => {
    const stepper = await open()
    await stepper.tool('paste')
    await stepper.page.getByLabel('Output of the commands').fill(bothApart)
    await stepper.page.getByRole('button', {name: 'Read it'}).click()
    await stepper.page.locator('.suggested').waitFor()
    await stepper.choose(diverged)
    await expect.poll(() => stepper.page.locator('.suggested:visible').count()).toBe(0)
    await stepper.page.goBack()
    await expect
      .poll(() => stepper.page.locator('.suggested:visible').textContent())
      .toContain(diverged)
    await stepper.close()
  })
})

describe('handing over', () => {
  test('by link: the same step, hosts and commands in another browser', async () => {
    const stepper = await Stepper.open(browser, `${address()}#?h=be1:athene~be2:hera`)
    await stepper.choose(...begun, 'athene keeps its data')
    const other = await Stepper.open(browser, stepper.page.url())
    await expect.poll(() => other.titles()).toEqual([victim])
    await expect.poll(() => other.commands()).toEqual(await stepper.commands())
    await expect.poll(async () => (await other.commands())[0]).toContain('= hera ]')
    await other.close()
    await stepper.close()
  })

  test('by QR code: it stands for the very address that is shown', async () => {
    const stepper = await open()
    await stepper.choose(...begun)
    await stepper.tool('handover')
    const {page} = stepper
    await expect.poll(() => page.locator('pre.address').textContent()).toBe(page.url())
    const code = page.getByRole('img', {name: 'The address as a QR code'})
    await code.scrollIntoViewIfNeeded()
    await expect.poll(async () => await decoded(page, await code.screenshot())).toBe(page.url())
    await stepper.close()
  })

  test('by the log: notes and place go on in another browser, and its log is one', async () => {
    const stepper = await open()
    await stepper.choose(...begun)
    await stepper.note('the disk of be2 is slow')
    const [download] = await Promise.all([
      stepper.page.waitForEvent('download'),
      stepper.page.locator('#panel').getByRole('button', {name: 'Save to go on elsewhere'}).click(),
    ])
    const log = {name: 'split-brain.log.json', mimeType: 'application/json'}
    const other = await open()
    await other.tool('log')
    await other.page
      .getByLabel('Go on from a saved log')
      .setInputFiles({...log, buffer: readFileSync(await download.path())})
    await expect.poll(() => other.titles()).toEqual([decide])
    await other.choose('be1 keeps its data')
    await other.page.reload()
    const entries = (await other.entries()).join('\n')
    expect(entries).toContain('the disk of be2 is slow')
    expect(entries).toContain('be1 keeps its data')
    await other.close()
    await stepper.close()
  })

  test('a log that is none is refused in words', async () => {
    const stepper = await open()
    await stepper.tool('log')
    const file = {name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}')}
    await stepper.page.getByLabel('Go on from a saved log').setInputFiles(file)
    await stepper.page.getByText('This is no log').waitFor()
    await stepper.close()
  })
})

/** What a camera reads in a picture of a code. */
async function decoded(page: Page, png: Buffer): Promise<string | undefined> {
  const {pixels, width, height} = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const {data} = context.getImageData(0, 0, image.width, image.height)
    return {pixels: [...data], width: image.width, height: image.height}
  }, png.toString('base64'))
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data
}

/** Both hosts after each has written alone: as each prints its state, and its generation identifiers. */
const bothApart = `be1# hostname; cat /proc/drbd; drbdadm get-gi pc0; df -h
be1
version: 8.4.11-1 (api:1/proto:86-101)
 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----
    ns:0 nr:0 dw:120 dr:900 al:4 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f oos:48
A1B2C3D4E5F60718:1111111111111110:2222222222222222:3333333333333332:1:1:1:0:0:0:0
Filesystem      Size  Used Avail Use% Mounted on
/dev/drbd0       80G   31G   46G  41% /var/opt/opscode/drbd/data
be2# hostname; cat /proc/drbd; drbdadm get-gi pc0; df -h
be2
version: 8.4.11-1 (api:1/proto:86-101)
 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----
    ns:0 nr:0 dw:80 dr:700 al:3 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f oos:32
9988776655443322:1111111111111110:2222222222222222:3333333333333332:1:1:1:0:0:0:0
Filesystem      Size  Used Avail Use% Mounted on
/dev/drbd0       80G   31G   46G  40% /var/opt/opscode/drbd/data
`
