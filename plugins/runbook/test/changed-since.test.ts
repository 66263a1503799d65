import {describe, expect, it} from 'vitest'
import {changedSince, checkedText} from '../src/verified/index.ts'
import {readMarkdown} from './markdown.ts'

const page = `---
runbook: example
hosts: [pg1, pg2]
covers: ['cluster: served=no']
---
# Example

## Start it

It takes a moment.

\`\`\`sh on=pg1 effect=change
pg_ctl start
\`\`\`

- \`pg1: refused=any\` It was refused → [Escalate: so](#escalate-so)
- \`else\` It was not → [Escalate: so](#escalate-so)

## Escalate: so
`

const runbookOf = (text: string) => readMarkdown(text).runbook!
const checked = runbookOf(page)
const kept = {version: checked.version, text: checkedText(checked)}
const changes = (from: string, to: string) =>
  changedSince(kept, runbookOf(page.replaceAll(from, to))).map(({what}) => what)

describe('what has changed since a check', () => {
  it('is nothing where other text is another', () => {
    expect(runbookOf(page.replace('a moment', 'a while')).version).not.toBe(checked.version)
    expect(changes('a moment', 'a while')).toEqual([])
  })

  it.each([
    ['pg_ctl start', 'pg_ctl stop'],
    ['on=pg1', 'on=pg2'],
    ['effect=change', 'effect=read'],
    ['refused=any', 'refused=1'],
    ['`else` ', ''],
  ])('is the step in which %s is %s', (from, to) => {
    expect(changes(from, to)).toEqual(['The step “Start it”'])
  })

  it('is the head', () => {
    expect(changes('served=no', 'served=yes')).toEqual(['The head (hosts, roles, values, covers)'])
  })

  it('is a step that is gone, and one that is new', () => {
    expect(changes('## Start it', '## Start')).toEqual([
      'The step “Start”',
      'The step start-it, which is gone,',
    ])
  })

  it('is the runbook where only its version was kept', () => {
    const other = runbookOf(page.replace('a moment', 'a while'))
    expect(changedSince({version: checked.version}, other)).toEqual([{what: 'The runbook'}])
  })
})
