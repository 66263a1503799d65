import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {lint} from '@handrail/runbook'
import {expect, test} from 'vitest'
import {readRunbookPage} from '../src/library/read-runbook-page.ts'

const guide = new URL('../../../docs/reference/writing-runbooks.md', import.meta.url)

test('the runbook of the author’s guide has no message', () => {
  const [, page] = /^````md\n([\s\S]*?)\n````$/m.exec(readFileSync(guide, 'utf8'))!
  const folder = mkdtempSync(join(tmpdir(), 'guide-'))
  const name = join(folder, 'keepalived-stopped.md')
  writeFileSync(name, page!)
  const {runbook} = readRunbookPage({site: folder, name})!
  const messages = lint(runbook, {vocabulary, date: '2026-12-01'})
  expect(messages.map(({reason, note}) => `${reason} ${note}`)).toEqual([])
  rmSync(folder, {recursive: true})
})
