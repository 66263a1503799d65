import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {newRunbook} from '@handrail/runbook'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const site = fileURLToPath(new URL('../../..', import.meta.url))
const bundle = fileURLToPath(new URL('../dist/handrail.mjs', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alone-'))
  mkdirSync(join(folder, 'here'))
  copyFileSync(bundle, join(folder, 'here/handrail.mjs'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** The command as one file, in a folder where nothing else is, without a path or a home. */
function handrail(words: readonly string[], input = '') {
  const cwd = join(folder, 'here')
  const env = {XDG_CACHE_HOME: join(folder, 'cache'), HOME: folder, PATH: ''}
  const command = [join(cwd, 'handrail.mjs'), ...words]
  return spawnSync(process.execPath, command, {cwd, env, input, encoding: 'utf8'})
}

describe('the command in one file', () => {
  test('leads through a runbook that lies beside it, and to those beside that', () => {
    const page = newRunbook({name: 'one', date: '2026-11-23', owner: 'ann', vocabulary})
    const first = page.replace('(#escalate-not-covered-yet)', '(two.rst)')
    writeFileSync(join(folder, 'here/one.md'), first)
    writeFileSync(join(folder, 'here/two.rst'), second)
    const {stdout, stderr, status} = handrail(['run', 'one.md', '--log', 'log.json'], '2\n1\nq\n')
    expect([stderr, status]).toEqual(['', 0])
    expect(stdout.match(/^Step .*/gm)).toEqual([
      'Step 1 of “One”',
      'Step 1 of “Two”',
      'Step 2 of “Two”',
    ])
    expect(handrail(['log', 'log.json']).stdout).toContain('# Log')
    expect(handrail(['graph', 'two.rst']).stdout).toContain('Done: two')
    const left = readdirSync(join(folder, 'here')).sort()
    expect(left).toEqual(['handrail.mjs', 'log.json', 'one.md', 'two.rst'])
  })

  test('checks a site', () => {
    const {stdout, status} = handrail(['check', '.'])
    expect([stdout, status]).toEqual(['', 2])
  })
})

test('what was made ready is shown without being read again', () => {
  expect(handrail(['ready', '--site', site]).stdout).toMatch(/^\d+ runbooks are ready\.\n$/)
  const kept = readdirSync(join(folder, 'cache/handrail')).length
  expect(handrail(['run', 'triage', '--site', site, '--log', 't.json']).stdout).toContain('Step 1')
  expect(readdirSync(join(folder, 'cache/handrail'))).toHaveLength(kept)
  expect(handrail(['ready', '--site', folder]).stderr).toContain('no runbooks in')
})

const second = `Two
===

:runbook: two

When one is not enough.

Which?
------

* This \`Done: two\`_

Done: two
---------

Well.
`
