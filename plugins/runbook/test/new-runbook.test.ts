import {expect, it} from 'vitest'
import {lint, newRunbook} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {messageLine} from './outline.ts'
import {postgres} from './postgres/postgres-model.ts'

it('a new runbook is complete and lints clean', () => {
  const text = newRunbook({
    name: 'disk-full',
    date: '2026-11-23',
    owner: 'storage: on-call',
    vocabulary: postgres,
  })
  const {runbook, messages} = readMarkdown(text, {path: 'runbooks/disk-full.md'})
  expect(messages.map(messageLine)).toEqual([])
  expect(lint(runbook!, {vocabulary: postgres, date: '2026-11-23'}).map(messageLine)).toEqual([])
  expect(runbook!.title).toBe('Disk full')
})
