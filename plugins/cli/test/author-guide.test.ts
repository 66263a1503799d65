import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, lint, planOf} from '@handrail/runbook'
import {afterAll, expect, test} from 'vitest'
import {readRunbookPage} from '../src/library/read-runbook-page.ts'

const guide = readFileSync(
  new URL('../../../docs/reference/writing-runbooks.md', import.meta.url),
  'utf8',
)
const folder = mkdtempSync(join(tmpdir(), 'guide-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** The first block of the guide in a language that is a whole page. */
function exampleIn(language: 'md' | 'rst'): Runbook {
  const [, page] = new RegExp(`^\`{4}${language}\\n([^]*?)\\n\`{4}$`, 'm').exec(guide)!
  const name = join(folder, language, `keepalived-stopped.${language}`)
  mkdirSync(join(folder, language))
  writeFileSync(name, page!)
  return readRunbookPage({site: join(folder, language), name})!.runbook
}

const markdown = exampleIn('md')
const rst = exampleIn('rst')

test.each([markdown, rst])('the runbook of the author’s guide has no message: $path', (runbook) => {
  const messages = lint(runbook, {vocabulary, date: '2026-12-01'})
  expect(messages.map(({reason, note}) => `${reason} ${note}`)).toEqual([])
})

test('it is the same runbook in Markdown and in RST', () => {
  const plan = (runbook: Runbook) => ({...planOf(runbook), version: ''})
  expect(plan(rst)).toEqual(plan(markdown))
})
