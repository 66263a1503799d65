import {fileURLToPath} from 'node:url'
import {type Runbook, planOf} from '@handrail/runbook'
import {linkOf, parseLink} from '@handrail/runbook/link'
import {type State, replay, start} from '@handrail/runbook/machine'
import {describe, expect, it} from 'vitest'
import {siteRunbooks} from '../../src/site-runbooks.ts'
import {runSession} from '../../src/terminal/run-session.ts'
import {englishTerminal} from '../../src/terminal/words.ts'
import {type ScriptedTerminal, scriptedTerminal} from '../scripted-terminal.ts'
import {address, pageGraph, pagePlan, printedGraphs, standaloneGraph} from './drawn-graphs.ts'
import {moves} from './paths.ts'
import {shortJournal} from './short-journal.ts'
import {entrySteps} from './typed-walk.ts'

const {runbooks} = siteRunbooks(fileURLToPath(new URL('../../../..', import.meta.url)))
const byName = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
const printed = printedGraphs(runbooks)

describe.each(runbooks)('$name', (runbook) => {
  it('is one graph on the page, in the stand-alone file and in print', () => {
    const graph = Object.fromEntries(
      runbook.steps.map(({id, choices}) => [id, choices.map(({target}) => address(target))]),
    )
    expect(pageGraph(runbook)).toEqual(graph)
    expect(standaloneGraph(runbook)).toEqual(graph)
    expect(printed[runbook.name]).toEqual(graph)
    expect(pagePlan(runbook)).toEqual(JSON.parse(JSON.stringify(planOf(runbook))))
  })

  it('leads on every path to the same place in the machine, the terminal and a link', async () => {
    const walk = new Walk(runbook)
    for (const step of entrySteps(runbook, runbooks).filter((id) => !walk.hasStoodAt(id))) {
      const {state} = start(runbook, {step})
      await runSession(runbook, walk.from(state), {
        texts: englishTerminal,
        state,
        find: (name) => Promise.resolve(byName.get(name)),
        reader: () => Promise.reject(new Error('Nothing is pasted here')),
        journal: shortJournal(runbook, state),
        clock: () => 0,
      })
    }
    expect(walk.wrong.slice(0, 3)).toEqual([])
    const choices = runbook.steps.flatMap((step) => step.choices.map(({id}) => `${step.id}.${id}`))
    expect([...walk.choices].sort()).toEqual(choices.sort())
  }, 600_000)
})

/** Types every path of a runbook into a terminal, and looks where each of its answers leads. */
class Walk {
  /** Every choice that was taken. */
  readonly choices = new Set<string>()
  /** Where a face stood elsewhere than the machine. */
  readonly wrong: string[] = []
  private readonly runbook: Runbook
  private terminal = scriptedTerminal([])

  constructor(runbook: Runbook) {
    this.runbook = runbook
  }

  /** A terminal in which every path from a state is typed. */
  from(state: State): ScriptedTerminal {
    this.terminal = scriptedTerminal(this.lines([state]), {width: Infinity})
    return this.terminal
  }

  hasStoodAt(step: string): boolean {
    return [...this.choices].some((choice) => choice.startsWith(`${step}.`))
  }

  private *lines(path: readonly State[]): Generator<string> {
    for (const {answer, number, hosts, state, ends} of moves(this.runbook, path)) {
      this.choices.add(`${answer.step}.${answer.choice}`)
      yield String(number)
      yield* hosts
      this.compareTerminal(state)
      this.compareLink(state)
      if (!ends) yield* this.lines([...path, state])
      yield 'b'
      this.compareTerminal(path.at(-1)!)
    }
  }

  private compareTerminal(state: State): void {
    const {runbook: name, step} = state.leaves ?? {step: state.step}
    const {steps} = name === undefined ? this.runbook : byName.get(name)!
    const wanted = steps.find(({id}) => id === step) ?? steps[0]!
    const shown = [...this.terminal.look().matchAll(/^Step \d+ of .*\n(.*)$/gm)].at(-1)?.[1]
    if (shown !== wanted.title) this.wrong.push(`${wanted.title}: the terminal shows ${shown}`)
  }

  private compareLink(state: State): void {
    const {answers, given} = parseLink(linkOf(this.runbook, state))
    const opened = replay(this.runbook, answers, given).state
    const place = ({step, bindings, waited, leaves}: State) =>
      JSON.stringify([step, bindings, waited, leaves])
    if (place(opened) !== place(state)) this.wrong.push(`${place(state)}: the link leads elsewhere`)
  }
}
