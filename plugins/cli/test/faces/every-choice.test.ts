import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Runbook} from '@handrail/runbook'
import {emptyLog, logToJson} from '@handrail/runbook/log'
import type {State} from '@handrail/runbook/machine'
import {afterAll, expect, test} from 'vitest'
import {siteRunbooks} from '../../src/site-runbooks.ts'
import {type Pty, openPty} from '../pty.ts'
import {type Branch, entrySteps, everyChoice} from './typed-walk.ts'

const site = fileURLToPath(new URL('../../../..', import.meta.url))
const {runbooks} = siteRunbooks(site)
const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
const cwd = mkdtempSync(join(tmpdir(), 'every-choice-'))
afterAll(() => rmSync(cwd, {recursive: true, force: true}))

const prompt = 'Number, or h for help > '

/** Several terminals at once: each spends most of its time waiting for the next key. */
test.concurrent.each(runbooks)(
  'every choice of $name is taken in a terminal',
  async (runbook) => {
    const taken = new Set<string>()
    const wrong: string[] = []
    for (const [index, {state, next}] of everyChoice(
      runbook,
      entrySteps(runbook, runbooks),
    ).entries()) {
      const log = `${runbook.name}-${index}.json`
      writeFileSync(join(cwd, log), logOf(runbook, state))
      const env = {XDG_CACHE_HOME: cwd}
      const terminal = openPty(['run', '--resume', log, '--site', site], {cwd, env})
      await new TypedWalk(runbook, terminal, taken, wrong).all(state, next)
      terminal.type('q\r')
      await terminal.ended
    }
    expect(wrong).toEqual([])
    const choices = runbook.steps.flatMap(({id, choices}) =>
      choices.map((one) => `${id}.${one.id}`),
    )
    expect([...taken].sort()).toEqual(choices.sort())
  },
  60_000,
)

/** A session that stands at a step, as somebody leaves one to a colleague. */
function logOf({name, title, version}: Runbook, {given, answers}: State): string {
  return logToJson({...emptyLog, legs: [{runbook: name, title, version, given, answers}]})
}

/** Types branches into a terminal, going back after each, and looks where it stands. */
class TypedWalk {
  private readonly runbook: Runbook
  private readonly terminal: Pty
  private readonly taken: Set<string>
  private readonly wrong: string[]

  constructor(runbook: Runbook, terminal: Pty, taken: Set<string>, wrong: string[]) {
    this.runbook = runbook
    this.terminal = terminal
    this.taken = taken
    this.wrong = wrong
  }

  async all(start: State, branches: readonly Branch[]): Promise<void> {
    await this.expectAt(start)
    await this.walk(start, branches)
  }

  private async walk(from: State, branches: readonly Branch[]): Promise<void> {
    for (const {answer, number, hosts, state, next} of branches) {
      this.taken.add(`${answer.step}.${answer.choice}`)
      this.terminal.type(`${number}\r`)
      for (const host of hosts) {
        await this.terminal.until(/\(be1, be2\) /)
        this.terminal.type(`${host}\r`)
      }
      await this.expectAt(state)
      await this.walk(state, next)
      this.terminal.type('b\r')
      await this.expectAt(from)
    }
  }

  private async expectAt({step, leaves}: State): Promise<void> {
    const {steps, title} = leaves?.runbook ? byName.get(leaves.runbook)! : this.runbook
    const wanted = steps.find(({id}) => id === (leaves?.runbook ? leaves.step : step)) ?? steps[0]!
    const screen = await this.terminal.until(new RegExp(`${prompt}(?![^]*${prompt})`))
    const shown = [...screen.replace(/\s+/g, ' ').matchAll(/Step \d+ of “.*?”/g)].at(-1)?.[0]
    const place = `Step ${wanted.number} of “${title}”`
    if (shown !== place) this.wrong.push(`${place}: the terminal shows ${shown}`)
  }
}
