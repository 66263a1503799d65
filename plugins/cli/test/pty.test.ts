import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseLog} from '@handrail/runbook/log'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openPty} from './pty.ts'

const page = `---
runbook: example
hosts: [be1, be2]
roles: [OLD]
values: {RESOURCE: {default: pc0, pattern: '[a-z0-9]+'}}
---
# Example

When something is to be tried, and when somebody wants to see how a line that is
longer than eighty columns is broken on a screen which has no more of them. \u001b[2J

## Which one is old?

- \`OLD=be1\` be1 is old → [Throw it away](#throw-it-away)
- \`OLD=be2\` be2 is old → [Throw it away](#throw-it-away)

## Throw it away

> [!CAUTION]
> Everything on OLD is lost.

\`\`\`sh on=OLD effect=destroy
drbdadm invalidate <RESOURCE>
\`\`\`

- It is done → [Done: nothing left](#done-nothing-left)

## Done: nothing left
`
const prompt = /h for help > /

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'pty-'))
  writeFileSync(join(cwd, 'example.md'), page)
})
afterAll(() => rmSync(cwd, {recursive: true, force: true}))

function open(words: readonly string[], env?: Record<string, string>) {
  return openPty(['run', ...words], {cwd, env: {XDG_CACHE_HOME: cwd, ...env}})
}

/** A session in which the first question has been answered with its second answer. */
async function openAtSecondStep(log: string) {
  const terminal = open(['example.md', '--log', log])
  await terminal.until(prompt)
  terminal.type('2\r')
  await terminal.until(prompt)
  return terminal
}

/** The first screen of a session that is taken up again. */
async function resumed(log: string): Promise<string> {
  const terminal = open(['example.md', '--resume', log])
  const screen = await terminal.until(prompt)
  terminal.type('q\r')
  await terminal.ended
  return screen
}

function kept(name: string) {
  return parseLog(readFileSync(join(cwd, name), 'utf8')).log!
}

describe('in a terminal', () => {
  test('Ctrl-C leaves everything in the log and says how to go on', async () => {
    const first = await openAtSecondStep('a.json')
    first.type('\u0003')
    await first.until(/handrail run --resume a\.json/)
    await first.ended
    expect(await resumed('a.json')).toContain('OLD is be2')
    expect(kept('a.json').entries.map(({kind}) => kind)).toEqual(['start', 'answer'])
  })

  test('a hang-up keeps the note that was being typed, and ends the command', async () => {
    const terminal = open(['example.md', '--log', 'b.json'])
    await terminal.until(prompt)
    terminal.type('n the disk was ch')
    await terminal.until(/the disk was ch/)
    terminal.hangUp()
    await terminal.ended
    expect(kept('b.json').entries.at(-1)).toMatchObject({kind: 'note', text: 'the disk was ch'})
  })

  test('killed outright, it has written every answer and note that was sent', async () => {
    const first = await openAtSecondStep('k.json')
    first.type('n the pager said 02:14\r')
    await first.until(/Noted/)
    first.kill()
    await first.ended
    expect(kept('k.json').entries.at(-1)).toMatchObject({text: 'the pager said 02:14'})
    expect(await resumed('k.json')).toContain('OLD is be2')
  })

  test('a hang-up keeps what was pasted so far', async () => {
    const terminal = open(['example.md', '--log', 'c.json'])
    await terminal.until(prompt)
    terminal.type('p\r')
    await terminal.until(/several\) /)
    terminal.type('\r')
    await terminal.until(/single dot\./)
    terminal.type('one line\rhalf a li')
    await terminal.until(/half a li/)
    terminal.hangUp()
    await terminal.ended
    const {kind, text} = kept('c.json').entries.at(-1)!
    expect([kind, text]).toEqual(['evidence', 'one line\nhalf a li'])
  })

  test('lines pasted at the prompt are output, not answers', async () => {
    const terminal = open(['example.md', '--log', 'd.json'])
    await terminal.until(prompt)
    terminal.type('1\rversion: 8.4.11\r2\r')
    await terminal.until(/Nothing of this was understood|h for help/)
    terminal.type('q\r')
    await terminal.ended
    expect(kept('d.json').entries.map(({kind}) => kind)).toEqual(['start', 'evidence'])
  })

  test('no line has more than 80 columns, and a dumb one gets no control sequence', async () => {
    const terminal = open(['example.md', '--log', 'e.json'], {TERM: 'dumb'})
    await terminal.until(prompt)
    terminal.type('1\r')
    await terminal.until(prompt)
    terminal.type('q\r')
    await terminal.ended
    expect(terminal.output).not.toContain('\u001b')
    const lines = terminal.output.split(/\r?\n/)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })
})
