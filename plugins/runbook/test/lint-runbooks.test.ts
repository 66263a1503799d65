import {expect, it} from 'vitest'
import {lintRunbooks, type ReadPage} from '../src/index.ts'
import {parseMarkdown} from './markdown.ts'
import {postgres} from './postgres/postgres-model.ts'

const page: ReadPage = {
  ...parseMarkdown(`---
runbook: example
hosts: [pg1, pg2]
reviewed: 2020-01-01
---

## Decide

- Yes → [Done: so](#done-so)
- No → [Elsewhere](#elsewhere)

## Done: so
`),
  path: 'docs/example.md',
}
const other: ReadPage = {...parseMarkdown('# A page\n'), path: 'docs/page.md'}
const options = {vocabulary: postgres, date: '2026-12-01'}

it('names the file, the line and the rule of every message', () => {
  const {runbooks, messages} = lintRunbooks([page, other], options)
  expect(runbooks.map(({name}) => name)).toEqual(['example'])
  expect(messages.map(({file, line, ruleId}) => `${file}:${line} ${ruleId}`)).toEqual([
    'docs/example.md:1 head-incomplete',
    'docs/example.md:4 review-overdue',
    'docs/example.md:10 missing-target',
  ])
  for (const {note} of messages) expect(note).toMatch(/^.{15,}[.?`]$/s)
})

it('takes the severities of a site', () => {
  const severities = {'head-incomplete': 'off', 'review-overdue': 'error', 'missing-target': 'info'}
  const {messages} = lintRunbooks([page], {...options, severities} as typeof options)
  expect(messages.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual([
    ['review-overdue', true],
    ['missing-target', undefined],
  ])
})
