import {fileURLToPath} from 'node:url'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))

/** A page with a runbook, as a responder uses it. */
export class Stepper {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens an address in a browser of its own: nothing is kept from before. */
  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Stepper> {
    return Stepper.in(await browser.newContext(options), address)
  }

  /** Opens an address in another tab of a browser. */
  static async in(context: BrowserContext, address: string): Promise<Stepper> {
    const page = await context.newPage()
    await page.goto(address)
    const isScripted = await page.evaluate(() => document.documentElement.dataset['js'] === '')
    if (isScripted) await page.waitForFunction(() => customElements.get('handrail-runbook'))
    return new Stepper(page)
  }

  close(): Promise<void> {
    return this.page.context().close()
  }

  /** Titles of the steps that can be seen. */
  titles(): Promise<string[]> {
    const headings = this.page.locator('.handrail-step > :is(h2, h3, h4):visible')
    return headings.evaluateAll((found) =>
      found.map((heading) => (heading.firstChild?.textContent ?? '').trim()),
    )
  }

  /** Takes an answer by the beginning of its words. */
  async choose(...answers: string[]): Promise<void> {
    for (const words of answers) {
      await this.page.locator('handrail-choices:visible button', {hasText: words}).first().click()
    }
  }

  /** Asks for the answer of an earlier step again, which is named by the beginning of its title. */
  async changeAnswer(step: string): Promise<void> {
    await this.page.getByText('Decided so far').click()
    await this.page.getByRole('button', {name: `Change the answer to “${step}`}).click()
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce(
      (before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve(),
    )
  }

  /** Opens one of the panels below the step. */
  async tool(name: string): Promise<void> {
    const button = this.page.locator(`[data-tool=${name}]`)
    // Where there is room, the log is open from the start.
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
    await this.page.locator(`#panel[aria-label="${await button.textContent()}"]:visible`).waitFor()
  }

  /** Writes a note into the log. */
  async note(text: string): Promise<void> {
    await this.tool('log')
    await this.page.getByLabel('Note').fill(text)
    await this.page.getByRole('button', {name: 'Add the note'}).click()
  }

  /** Texts of the log's entries. */
  async entries(): Promise<string[]> {
    await this.tool('log')
    return this.page.locator('.entries li').allInnerTexts()
  }

  /** What the responder was told last. */
  said(): Promise<string | null> {
    return this.page.locator('.live').textContent()
  }

  /** The commands that stand on the page, as they would be copied. */
  commands(): Promise<string[]> {
    return this.page.locator('handrail-command .block > div > pre:visible').allTextContents()
  }

  /** Text of what has the focus, through shadow roots. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return (active?.textContent ?? '').trim()
    })
  }

  /** What axe finds in a part of the page, each with the place it is at; all its usual rules apply. */
  async violations(part = 'html', rules?: readonly string[]): Promise<string[]> {
    const isThere = await this.page.evaluate(() => 'axe' in window)
    if (!isThere) await this.page.addScriptTag({path: axe})
    return this.page.evaluate(
      async ([selector, only]) => {
        const {axe} = window as unknown as {axe: Axe}
        const {violations} = await axe.run(selector, only ? {runOnly: only} : {})
        return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
      },
      [part, rules] as const,
    )
  }
}

interface Axe {
  run(part: string, options: {runOnly?: readonly string[]}): Promise<AxeResults>
}

interface AxeResults {
  violations: {id: string; nodes: {html: string}[]}[]
}
