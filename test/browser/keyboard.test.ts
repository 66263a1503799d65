import type {Plan} from '@handrail/runbook'
import type {EmbeddedPlan} from '@handrail/runbook-element'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const clipboard = {permissions: ['clipboard-read', 'clipboard-write']}

const open = (runbook = 'split-brain'): Promise<Stepper> =>
  Stepper.open(browser, `${inject('site')}/runbooks/${runbook}`, clipboard)

const copied = ({page}: Stepper): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText())

/** A way through a runbook: titles of the steps, and the answer at each. */
type Way = readonly (readonly [title: string, answer: number])[]

/** Through split brain to its good end. */
const splitBrain: Way = [
  ['What do both hosts show?', 6],
  ['Keep them apart', 1],
  ['Whose data is to be kept?', 1],
  ['Take the victim out of service', 1],
  ["Save the victim's data", 3],
  ["May the victim's writes be given up now?", 1],
  ['Is the replication network up?', 1],
  ['Let the survivor listen', 2],
  ["Discard the victim's changes", 2],
  ['Do the hosts hear each other?', 1],
]

describe('by the keyboard alone', () => {
  test('the whole of split brain, every command copied, what destroys confirmed', async () => {
    const stepper = await open()
    const run = await walk(stepper, splitBrain)
    await expect.poll(() => stepper.titles()).toEqual(['Start the standby again'])
    expect(run.filter((text) => text.includes('hostname -s')).length).toBeGreaterThan(3)
    expect(run).toContain(
      `[ "$(hostname -s)" = be2 ] && { drbdadm connect --discard-my-data pc0; } || echo 'wrong host or refused: stop'`,
    )
    await stepper.close()
  })

  test.each(['planned-failover', 'disk-error'])('%s to a good end', async (name) => {
    const stepper = await open(name)
    const plan = await stepper.page.locator('handrail-runbook').getAttribute('data-plan')
    const run = await walk(stepper, wayToService((JSON.parse(plan!) as EmbeddedPlan).plan))
    await expect.poll(async () => (await stepper.titles()).join()).toMatch(/^(?:Done|Serving)/)
    expect(run.some((text) => text.includes('hostname -s'))).toBe(true)
    await stepper.close()
  })

  test('what is copied is announced: for which host, and with its guard', async () => {
    const stepper = await open()
    await stepper.choose(
      'The identifiers have diverged',
      'Both are StandAlone',
      'be1 keeps its data',
    )
    await stepper.press('c')
    await expect
      .poll(() => stepper.said())
      .toBe('Copied for be2, with its guard: on any other host it does nothing.')
    await stepper.press('c')
    await expect.poll(() => stepper.said()).toBe('Copied for be1 and be2: reads only.')
    await expect
      .poll(async () => (await stepper.entries()).join('\n'))
      .toContain('chef-server-ctl stop keepalived')
    await stepper.close()
  })

  test('a key never takes an answer, nor acts while something is typed', async () => {
    const stepper = await open()
    await stepper.press('6')
    await expect.poll(() => stepper.titles()).toEqual(['What do both hosts show?'])
    await expect.poll(() => stepper.focused()).toContain('The identifiers have diverged')
    await stepper.press('x')
    await stepper.page.getByLabel('What do you see instead?').waitFor()
    await expect.poll(() => stepper.page.evaluate(inField)).toBe(true)
    await stepper.page.keyboard.type('cbn?')
    await expect
      .poll(() => stepper.page.getByLabel('What do you see instead?').inputValue())
      .toBe('cbn?')
    await stepper.close()
  })

  test('one key opens what it says, Escape closes it and leads back', async () => {
    const stepper = await open()
    await stepper.press('p')
    await expect.poll(() => stepper.page.evaluate(inField)).toBe(true)
    await stepper.press('Escape')
    await expect.poll(() => stepper.focused()).toBe('Paste what you see')
    await stepper.press('n')
    await expect.poll(() => stepper.page.evaluate(inField)).toBe(true)
    await stepper.page.keyboard.type('a note')
    await stepper.press('Control+Enter')
    await expect.poll(async () => (await stepper.entries()).join('\n')).toContain('a note')
    await stepper.press('Escape', 'm')
    await stepper.page.getByRole('navigation', {name: 'Map of the runbook'}).waitFor()
    await stepper.close()
  })

  test('the keys are listed, and can be switched off', async () => {
    const stepper = await open()
    await stepper.press('?')
    await stepper.page.getByText('copy the next command').waitFor()
    await stepper.page.getByLabel('Use these keys').uncheck()
    await stepper.press('Escape', 'x')
    await expect.poll(() => stepper.page.getByLabel('What do you see instead?').count()).toBe(0)
    await stepper.close()
  })

  test('from the heading the way leads over the commands to the answers, in reading order', async () => {
    const stepper = await open()
    await stepper.choose('The identifiers have diverged')
    const order: string[] = []
    for (let at = 0; at < 16; at++) {
      await stepper.press('Tab')
      order.push((await stepper.focused()).slice(0, 24))
    }
    const answers = order.indexOf('Both are StandAlone')
    expect(order.slice(0, answers)).toContain('Copy')
    expect(order.indexOf('This does not fit what I')).toBeGreaterThan(answers)
    await stepper.close()
  })

  test('two links pass over the page: to the step, and to its answers', async () => {
    const stepper = await open()
    await stepper.page.getByRole('button', {name: 'Skip to the answers'}).focus()
    await stepper.press('Enter')
    await expect.poll(() => stepper.focused()).toContain('One of the hosts cannot be reached')
    await stepper.page.getByRole('button', {name: 'Skip to the step'}).focus()
    await stepper.press('Enter')
    await expect.poll(() => stepper.focused()).toContain('What do both hosts show?')
    await stepper.close()
  })
})

/** The shortest way from the first step to an outcome in which the service runs. */
function wayToService({steps}: Plan): Way {
  const ways = new Map<string, Way>([[steps[0]!.id, []]])
  for (const [id, way] of ways) {
    const {title, outcome, choices} = steps.find((step) => step.id === id)!
    if (outcome === 'done' || outcome === 'serving') return way
    for (const [index, {target}] of choices.entries()) {
      if (target.runbook || !target.step || ways.has(target.step)) continue
      ways.set(target.step, [...way, [title, index + 1]])
    }
  }
  return []
}

/** Goes a way by keys; answers what was copied. */
async function walk(stepper: Stepper, way: Way): Promise<string[]> {
  const run: string[] = []
  // The only key to reach the runbook: what comes before it on the page is Docusaurus'.
  await stepper.page.locator('.handrail-step:visible h2').focus()
  for (const [title, answer] of way) {
    await expect.poll(() => stepper.titles()).toEqual([title])
    await expect.poll(() => stepper.focused()).toContain(title)
    const asked = stepper.page.locator('div:has(> .confirm):visible')
    while (await asked.count()) {
      await confirm(stepper, await asked.locator('.host b').first().innerText())
    }
    const count = (await stepper.commands()).length
    for (let at = 0; at < count; at++) {
      await stepper.page.evaluate(() => navigator.clipboard.writeText(''))
      await stepper.press('c')
      await expect.poll(() => copied(stepper)).not.toBe('')
      expect(await stepper.said()).toMatch(/^Copied for /)
      run.push(await copied(stepper))
    }
    await stepper.press(String(answer), 'Enter')
  }
  return run
}

async function confirm(stepper: Stepper, host: string): Promise<void> {
  for (let at = 0; at < 20 && !(await stepper.page.evaluate(inField)); at++) {
    await stepper.press('Tab')
  }
  await stepper.page.keyboard.type(host)
  await stepper.press('Enter')
}

/** Whether a field has the focus, through shadow roots. */
function inField(): boolean {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active?.matches('input, textarea') ?? false
}
