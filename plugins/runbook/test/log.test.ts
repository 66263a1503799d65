import {readFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, it} from 'vitest'
import {
  emptyLog,
  logToJson,
  logToMarkdown,
  parseLog,
  planOf,
  record,
  resume,
  start,
  step,
  type Answer,
  type Log,
  type Plan,
} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {randomText, seeded} from './seeded.ts'

const page = readFileSync(new URL('fixtures/split-brain.md', import.meta.url), 'utf8')
const read = (text: string): Plan => planOf(readMarkdown(text, {path: 'split-brain.md'}).runbook!)
const plan = read(page)
const stamp = {at: '2026-11-23T23:30:05Z', offset: 60, by: 'Ada *Night*'}

const look: Answer = {step: 'what-do-both-hosts-show', choice: 'both-are-standalone'}
const keep: Answer = {step: 'who-has-the-data-that-matters', choice: 'be1-keeps-its-data'}

function session(): Log {
  let {state} = start(plan, {hosts: {be1: 'db1', be2: 'db2'}})
  let log = record(emptyLog, plan, state, {kind: 'start'}, stamp)
  const output = ' 0: cs:StandAlone\n```\n# not a heading'
  log = record(log, plan, state, {kind: 'evidence', host: 'be2', text: output}, stamp)
  for (const answer of [look, keep]) {
    state = step(plan, state, answer).state
    log = record(log, plan, state, {kind: 'answer', answer}, stamp)
  }
  return record(log, plan, state, {kind: 'note', text: 'asked <b>Eve</b>\n# [x](y)'}, stamp)
}

describe('the log', () => {
  it('is Markdown for the ticket, with both times, and nothing in it becomes markup', () => {
    const markdown = logToMarkdown(session())
    expect(markdown).toBe(`# Log

Runbook: Split brain on pc0 (split-brain), version ${plan.version}; hosts: be1 = db1, be2 = db2

- 2026-11-23 23:30:05 UTC (2026-11-24 00:30:05 +01:00), Ada \\*Night\\*: Begun at **What do both hosts show?**

- 2026-11-23 23:30:05 UTC (2026-11-24 00:30:05 +01:00), Ada \\*Night\\*: Seen (db2), **What do both hosts show?**

  \`\`\`\`
   0: cs:StandAlone
  \`\`\`
  # not a heading
  \`\`\`\`

- 2026-11-23 23:30:05 UTC (2026-11-24 00:30:05 +01:00), Ada \\*Night\\*: **What do both hosts show?** → Both are StandAlone

- 2026-11-23 23:30:05 UTC (2026-11-24 00:30:05 +01:00), Ada \\*Night\\*: **Who has the data that matters?** → be1 keeps its data

- 2026-11-23 23:30:05 UTC (2026-11-24 00:30:05 +01:00), Ada \\*Night\\*: Note, **Save the victim's data**: asked \\<b\\>Eve\\</b\\> \\# \\[x\\](y)
`)
    const tree = fromMarkdown(markdown)
    expect(tree.children.map(({type}) => type)).toEqual(['heading', 'paragraph', 'list'])
    expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:html|link|emphasis)"/)
  })

  it('continues from its JSON', () => {
    const log = session()
    const parsed = parseLog(logToJson(log))
    expect(parsed).toEqual({log, problems: []})
    const {state, misfits, changes} = resume(plan, parsed.log!)
    expect(misfits).toEqual([])
    expect(changes).toEqual([])
    expect(state.step).toBe('save-the-victims-data')
    expect(state.bindings.hosts).toEqual({be1: 'db1', be2: 'db2'})
  })

  it('keeps what was walked when the runbook changed, and says what changed', () => {
    const changed = read(
      page
        .replace('Both are StandAlone →', 'Both say StandAlone →')
        .replace('## Who has the data that matters?', '## Whose data?')
        .replaceAll('#who-has-the-data-that-matters', '#whose-data'),
    )
    const {state, misfits, changes} = resume(changed, session())
    expect(state.step).toBe('what-do-both-hosts-show')
    expect(misfits.map(({answer}) => answer)).toEqual([look, keep])
    expect(changes).toEqual([
      {kind: 'version', from: plan.version, to: changed.version},
      {kind: 'step-changed', step: look.step, title: 'What do both hosts show?'},
      {kind: 'step-gone', step: keep.step, title: 'Who has the data that matters?'},
    ])
  })

  it('says when only the words around the steps changed', () => {
    const reworded = read(page.replace('Do not reboot,', 'Never reboot,'))
    const {misfits, changes} = resume(reworded, session())
    expect(misfits).toEqual([])
    expect(changes.map(({kind}) => kind)).toEqual(['version'])
  })
})

describe('a log as untrusted input', () => {
  it('is refused where it is none', () => {
    for (const text of ['', '[]', '{}', 'null', '{"format":"handrail-log"}', '{"format":"x"']) {
      expect(parseLog(text).log).toBeUndefined()
      expect(parseLog(text).problems).toHaveLength(1)
    }
  })

  it('loses what has no right shape and every sign a terminal obeys', () => {
    const entry = {...session().entries[0]!, text: 'a\u001b[2Jb\u0007\u202e\r\nc'}
    const text = JSON.stringify({
      format: 'handrail-log',
      formatVersion: 1,
      legs: [
        {
          runbook: 'x',
          title: 't',
          version: 'v',
          given: {hosts: {be1: 3}},
          answers: [3, {step: 'a'}],
        },
        'x',
      ],
      entries: [entry, {...entry, kind: 'evil'}, {...entry, at: '2026-99-99T00:00:00Z'}, null],
      extra: '<script>',
    })
    const {log, problems} = parseLog(text)
    expect(log!.legs).toEqual([
      {
        runbook: 'x',
        title: 't',
        version: 'v',
        given: {hosts: {}},
        answers: [],
      },
    ])
    expect(log!.entries.map((one) => one.text)).toEqual(['a[2Jb\nc'])
    expect(problems).toHaveLength(4)
    expect(JSON.stringify(log)).not.toContain('script')
  })

  it('never throws, resumes and prints whatever it takes', () => {
    const random = seeded(11)
    const json = logToJson(session())
    for (let round = 0; round < 500; round++) {
      const at = Math.floor(random() * json.length)
      const garbled =
        json.slice(0, at) + randomText(random, '"{}[],:0a-\\u', 6) + json.slice(at + 3)
      const {log} = parseLog(garbled)
      if (!log) continue
      expect(resume(plan, log).state.runbook).toBe('split-brain')
      expect(logToMarkdown(log)).toContain('# Log')
    }
  })
})
