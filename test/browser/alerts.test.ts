import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {parse} from 'yaml'
import {launch} from './launch.ts'
import {Stepper} from './stepper.ts'

const page = readFileSync(
  fileURLToPath(new URL('../../docs/reference/alerts.md', import.meta.url)),
  'utf8',
)

/** The text of a code block of the page, by its title. */
function block(title: string): string {
  const [, text] = page.split(`title="${title}"\n`)
  return text!.split('\n```')[0]!
}

interface Rule {
  alert: string
  annotations: {runbook_url: string}
}

interface Rules {
  groups: {rules: Rule[]}[]
}

interface Targets {
  scrape_configs: {static_configs: {labels: Record<string, string>}[]}[]
}

const rules = (parse(block('runbooks.rules.yml')) as Rules).groups.flatMap((group) => group.rules)
const targets = parse(block('prometheus.yml')) as Targets
const {labels} = targets.scrape_configs[0]!.static_configs[0]!

/** What Prometheus makes of an annotation. */
function filledIn(template: string): string {
  return template.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name]!)
}

describe('the alerts that the reference shows', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  test.each(rules)('$alert opens a runbook with the hosts of its labels', async (rule) => {
    const url = filledIn(rule.annotations.runbook_url)
    const stepper = await Stepper.open(
      browser,
      url.replace('https://docs.example.com', inject('site')),
    )
    const {page: opened} = stepper
    const names = opened.locator('.bar .host b')
    await expect.poll(() => names.allTextContents()).toEqual([labels['be1'], labels['be2']])
    await expect.poll(() => stepper.titles()).toHaveLength(1)
    const [, step] = /#([^?]+)\?/.exec(url) ?? []
    if (step) await opened.locator(`[data-step="${step}"] h2:visible`).waitFor()
    expect(await opened.locator('.notices').textContent()).not.toContain('Not taken')
    await stepper.close()
  })

  test('a command then names one of them in its guard', async () => {
    const {annotations} = rules.find(({alert}) => alert === 'BothPrimary')!
    const url = filledIn(annotations.runbook_url)
    const stepper = await Stepper.open(
      browser,
      url.replace('https://docs.example.com', inject('site')),
    )
    await stepper.choose(
      'The identifiers have diverged',
      'Both are StandAlone',
      'chef-a keeps its data',
    )
    await expect
      .poll(async () => (await stepper.commands())[0])
      .toContain('[ "$(hostname -s)" = chef-b ]')
    await stepper.close()
  })

  test('a name that no host can have reaches no command, and it is said', async () => {
    const name = encodeURIComponent('be1; reboot')
    const stepper = await Stepper.open(
      browser,
      `${inject('site')}/runbooks/split-brain#?h=be1:${name}~be2:chef-b`,
    )
    await expect.poll(() => stepper.page.locator('.notices').textContent()).toContain('Not taken')
    expect((await stepper.commands()).join()).not.toContain('reboot')
    await stepper.close()
  })
})

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

test.skipIf(!hasPromtool)('promtool finds nothing wrong with the rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  const file = join(folder, 'runbooks.rules.yml')
  writeFileSync(file, block('runbooks.rules.yml'))
  const {status, stderr} = spawnSync('promtool', ['check', 'rules', file], {encoding: 'utf8'})
  rmSync(folder, {recursive: true})
  expect(stderr).toBe('')
  expect(status).toBe(0)
})
