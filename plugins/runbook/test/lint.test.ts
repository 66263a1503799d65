import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {lint, planOf, rules, type LintContext, type RawHead, type Runbook} from '../src/index.ts'
import {readRules} from '../src/read/read-rules.ts'
import {checkedText, type CheckedText, type VerifiedRunbook} from '../src/verified/index.ts'
import {readMarkdown} from './markdown.ts'
import {messageLine} from './outline.ts'
import {postgres} from './postgres/postgres-model.ts'
import {readSpec} from './spec-file.ts'

const {shared, examples} = readSpec('lint')
const head = parse(shared.yaml!) as RawHead
const otherPage = `## First

- \`NEW=pg1\` pg1 is new → [Use it](#use-it)

## Use it

\`\`\`sh on=NEW effect=read
uptime
\`\`\`
`
const other = planOf(readMarkdown(otherPage, {head, path: 'other.md'}).runbook!)
const harmless = {destroys: false, destroysElsewhere: false, stopsService: false, dangers: []}
const dangers = [
  {...harmless, runbook: 'example', step: 'promote', destroys: true},
  {...harmless, runbook: 'example', step: 'look', stopsService: true},
]
const context: LintContext = {vocabulary: postgres, date: '2026-12-01'}

/** What the checker kept of a version of the example. */
const asChecked = (version: string, text: CheckedText): VerifiedRunbook => ({
  ...{runbook: 'example', version, text, dangers, states: 0, settings: 0, transitions: 0},
  ...{held: [], broken: [], escalating: [], mayEscalate: 0, unreached: [], untaken: []},
  ...{answers: [], ends: {done: 0, serving: 0, escalate: 0}, unproven: []},
})

/** What is kept of it in the examples of rules that ask for that. */
const keptFor: Readonly<Record<string, (runbook: Runbook) => VerifiedRunbook>> = {
  'effect-below-model': (runbook) => asChecked(runbook.version, checkedText(runbook)),
  'unverified-change': (runbook) => {
    const {head, steps} = checkedText(runbook)
    return asChecked('', {head, steps: {...steps, see: '', start: ''}})
  },
}

const needsOthers = new Set(['missing-target', 'role-unbound'])

describe('rules', () => {
  it.each(examples)('$name (lint.md:$line)', ({name, blocks}) => {
    const page = blocks.md!
    const {runbook, messages} = readMarkdown(page, page.startsWith('---') ? {} : {head})
    const runbooks = new Map([['other', other]])
    const found = lint(runbook!, {
      ...context,
      ...(needsOthers.has(name) && {runbooks}),
      ...(keptFor[name] && {verification: {runbooks: [keptFor[name](runbook!)]}}),
    })
    expect([...messages, ...found].map(messageLine).join('\n')).toBe(blocks.messages)
  })

  it('has an example of each rule', () => {
    const linted = rules.map(({id}) => id).slice(Object.keys(readRules).length)
    expect(examples.map(({name}) => name)).toEqual(linted)
    const read = readFileSync(new URL('spec/read.md', import.meta.url), 'utf8')
    const translation = readFileSync(new URL('translation.test.ts', import.meta.url), 'utf8')
    for (const {id} of Object.values(readRules)) expect(read + translation).toContain(`${id}:`)
  })

  it('counts what a line shows of which one command is unknown', () => {
    const page = `## Look

\`\`\`sh on=each effect=read
frobnicate; pg_ctl status
\`\`\`

- \`both: running=yes\` Both run → [Escalate: so](#escalate-so)
- \`else\` Otherwise → [Escalate: so](#escalate-so)

## Escalate: so
`
    const {runbook} = readMarkdown(page, {head})
    const found = (shows: readonly string[]) =>
      lint(runbook!, {
        ...context,
        vocabulary: {...postgres, command: () => ({kind: 'unknown', shows})},
      }).filter(({ruleId}) => ruleId === 'key-not-collected')
    expect(found(['running'])).toEqual([])
    expect(found([])).toHaveLength(1)
  })

  it('tells the reference what each rule is for', () => {
    expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length)
    for (const {doc} of rules) expect(doc).toMatch(/^[A-Z`].{30,}\.$/)
  })
})
