import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'handrail-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const runbook = `---
runbook: example
hosts: [be1, be2]
roles: [OLD]
covers: ["one: ro=Primary"]
time: 1 minute
needs: [nothing]
owner: nobody
reviewed: 2026-11-23
---
# Example

When something is to be tried.

## Which one is old?

- \`OLD=be1\` be1 is old → [Throw it away](#throw-it-away)
- \`OLD=be2\` be2 is old → [Throw it away](#throw-it-away)

## Throw it away

> [!CAUTION]
> Everything on OLD is lost.

\`\`\`sh on=OLD effect=destroy
drbdadm invalidate pc0
\`\`\`

- It is done → [Done: nothing left](#done-nothing-left)

## Done: nothing left

Well.
`
mkdirSync(join(folder, 'docs/runbooks'), {recursive: true})
writeFileSync(join(folder, 'docs/runbooks/example.md'), runbook)
writeFileSync(join(folder, 'docs/page.rst'), 'Title\n=====\n\nText with |nothing|.\n')

function handrail(words: string[], input = '') {
  const {stdout, stderr, status} = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  })
  return {stdout, stderr, status}
}

describe('handrail run', () => {
  test('leads from answer to answer, and keeps a log that can be resumed', () => {
    const {stdout} = handrail(['run', 'example', '--log', 'a.json'], '2\nn seen it myself\nq\n')
    expect(stdout).toContain('Which one is old?')
    expect(stdout).toContain('Throw it away')
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toContain('seen it myself')
    const again = handrail(['run', '--resume', 'a.json'], 'q\n')
    expect(again.stdout).toContain('Throw it away')
    expect(again.stdout).not.toContain('1. be1 is old')
  })

  test('shows what destroys data only to who types the host’s name', () => {
    const wrong = handrail(['run', 'example', '--log', 'b.json'], '2\nshow\nbe1\nq\n').stdout
    expect(wrong).not.toContain('drbdadm invalidate')
    const right = handrail(['run', 'example', '--log', 'c.json'], '2\nshow\nbe2\nq\n').stdout
    expect(right).toContain(
      `[ "$(hostname -s)" = be2 ] && { drbdadm invalidate pc0; } || echo 'wrong host or refused: stop'`,
    )
  })

  test('never writes a line of more than 80 columns but a command', () => {
    const {stdout} = handrail(['run', 'example', '--log', 'd.json'], '1\nq\n')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('an unknown runbook is said in one line', () => {
    const {stderr, status} = handrail(['run', 'nothing'])
    expect(stderr).toBe('handrail: no runbook nothing in .\n')
    expect(status).toBe(2)
  })

  test('a broken log changes nothing', () => {
    writeFileSync(join(folder, 'broken.json'), '{"format": "handrail-log", "formatVersion": 1}')
    expect(handrail(['run', '--resume', 'broken.json']).status).toBe(2)
    expect(readdirSync(folder)).toContain('broken.json')
  })
})

describe('handrail check', () => {
  test('names file, line, rule and counts; ends with 1', () => {
    const {stdout, stderr, status} = handrail(['check'])
    expect(stdout).toContain('docs/page.rst:4:11-4:20  error')
    expect(stdout).toContain('rst:undefined-substitution')
    // The runbook throws data away that nobody has copied.
    expect(stdout).toContain('destroy-without-copy')
    expect(stderr).toContain('2 pages, 2 errors')
    expect(status).toBe(1)
  })
})

describe('handrail tree', () => {
  test('prints docutils’ tree of a file', () => {
    const {stdout} = handrail(['tree', 'docs/page.rst'])
    expect(stdout).toBe(
      '<document source="docs/page.rst">\n    <section ids="title" names="title">\n' +
        '        <title>\n            Title\n        <paragraph>\n            Text with \n' +
        '            <substitution_reference refname="nothing">\n                nothing\n' +
        '            .\n',
    )
  })

  test('answers a request a line, and a bad one with an error', () => {
    const requests = [
      {id: 1, path: 'test data', text: '*a*'},
      {id: 2, path: 'docs/none.rst'},
      {id: 3, path: 'x', text: '', settings: {nonsense: 1}},
    ]
    const input = [...requests.map((request) => JSON.stringify(request)), 'rubbish'].join('\n')
    const answers = handrail(['tree', '--batch'], input)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers[0].doctree).toContain('<emphasis>')
    expect(answers[1].error).toContain('docs/none.rst')
    expect(answers[2].error).toContain('nonsense')
    expect(answers[3]).toMatchObject({id: null})
    expect(answers).toHaveLength(4)
  })

  test('reads nothing outside of its root', () => {
    const input = JSON.stringify({id: 1, path: '../../etc/hostname'})
    expect(JSON.parse(handrail(['tree', '--batch'], input).stdout).error).toBeTruthy()
  })
})

test('a command ends quietly when nobody reads what it says', async () => {
  const child = spawn(process.execPath, [command, 'tree', 'docs/page.rst'], {cwd: folder})
  child.stdout.destroy()
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  await once(child, 'close')
  expect(said.join('')).not.toContain('EPIPE')
})
