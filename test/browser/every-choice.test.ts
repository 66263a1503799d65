import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Plan} from '@handrail/runbook'
import type {State} from '@handrail/runbook/machine'
import type {EmbeddedPlan} from '@handrail/runbook-element'
import {fromHtml} from 'hast-util-from-html'
import {select} from 'hast-util-select'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {type Branch, entrySteps, everyChoice} from '../../plugins/cli/test/faces/typed-walk.ts'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const built = fileURLToPath(new URL('../../build/runbooks', import.meta.url))
const names = readdirSync(built, {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
)

let browser: Browser
const plans = new Map<string, Plan>()
beforeAll(async () => {
  browser = await launch()
  for (const name of names) {
    const html = readFileSync(join(built, name, 'index.html'), 'utf8')
    const runbook = select('handrail-runbook', fromHtml(html))!
    const data = JSON.parse(String(runbook.properties['dataPlan'])) as EmbeddedPlan
    plans.set(name, data.plan)
  }
})
afterAll(() => browser.close())

/** An answer to be clicked, and where it is to lead. */
interface Click {
  choice: string
  /** Which of its buttons, where it asks for a host. */
  button: number
  /** `#step` here, or `runbook#step`. */
  leadsTo: string
}

/** A walk from a step, as the browser takes it. */
interface Walk {
  step: string
  clicks: Click[]
}

function walksOf(branches: readonly Branch[], before: readonly Click[] = []): Click[][] {
  return branches.flatMap(({answer, way, state, next}) => {
    const click = {choice: answer.choice, button: way, leadsTo: placeOf(state)}
    const path = [...before, click]
    return next.length ? walksOf(next, path) : [path]
  })
}

function placeOf({step, leaves}: State): string {
  return leaves ? `${leaves.runbook}#${leaves.step ?? ''}` : `#${step}`
}

test.each(names)(
  'every choice of %s leads in a browser where it leads in the machine',
  async (name) => {
    const plan = plans.get(name)!
    const walks = everyChoice(plan, entrySteps(plan, [...plans.values()])).flatMap(
      ({state, next}) => walksOf(next).map((clicks): Walk => ({step: state.step, clicks})),
    )
    const stepper = await Stepper.open(browser, `${inject('site')}/runbooks/${name}`)
    const wrong = await stepper.page.evaluate(clickThrough, {walks, first: plan.steps[0]!.id})
    expect(wrong).toEqual([])
    await stepper.close()
  },
)

/** Runs in the page: takes each walk from its step, and says where it stood elsewhere. */
async function clickThrough({walks, first}: {walks: Walk[]; first: string}): Promise<string[]> {
  const runbook = document.querySelector('handrail-runbook')!
  const wrong: string[] = []
  let left = ''
  // A walk that leaves the page is held back, and looked at.
  const {navigation} = window as unknown as {navigation: EventTarget}
  navigation.addEventListener('navigate', (event) => {
    const {destination} = event as unknown as {destination: {url: string; sameDocument: boolean}}
    if (destination.sameDocument) return
    left = destination.url
    event.preventDefault()
  })
  const slot = runbook.shadowRoot!.querySelector<HTMLSlotElement>('slot:not([name])')!
  const sections = (): HTMLElement[] =>
    (slot.assignedElements() as HTMLElement[]).filter((one) => one.dataset['step'] !== undefined)
  const shown = (): string =>
    sections()
      .map((one) => `#${one.dataset['step']}`)
      .join()
  const restart = (): void => {
    runbook.shadowRoot!.querySelector<HTMLElement>('[data-control=restart]')?.click()
    sessionStorage.clear()
    localStorage.clear()
  }
  const goTo = async (step: string): Promise<void> => {
    const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, {once: true}))
    location.hash = `#${step}`
    await arrived
  }
  const take = ({choice, button, leadsTo}: Click): void => {
    const selector = `[data-step="${shown().slice(1)}"] handrail-choices`
    const buttons = runbook
      .querySelector(selector)
      ?.shadowRoot?.querySelectorAll<HTMLElement>(`[data-choice="${CSS.escape(choice)}"]`)
    left = ''
    buttons?.[button]?.click()
    const [, page, step] = /\/runbooks\/([\w-]+)#?([^?]*)/.exec(left) ?? []
    const place = left ? `${page}#${step}` : shown()
    if (place !== leadsTo) wrong.push(`${choice}: ${place}, not ${leadsTo}`)
  }
  for (const {step, clicks} of walks) {
    if (step !== first) await goTo(step)
    clicks.forEach(take)
    if (!sections().every((one) => one.checkVisibility())) wrong.push(`${shown()} is hidden`)
    // As after the browser's own way back to this page.
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))
    restart()
    if (shown() !== `#${first}`) wrong.push(`restart: ${shown()}`)
  }
  return wrong
}
