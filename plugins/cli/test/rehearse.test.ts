import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rehearsedCluster} from '@handrail/cluster/rehearsal'
import {planOf} from '@handrail/runbook'
import {beginRehearsal, parseRehearsal, resumeRehearsal} from '@handrail/runbook/rehearse'
import {rehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {playRehearsal} from '../src/rehearse/play-rehearsal.ts'
import {siteRunbooks} from '../src/site-runbooks.ts'
import {openPty} from './pty.ts'
import {scriptedTerminal} from './scripted-terminal.ts'

const site = fileURLToPath(new URL('../../..', import.meta.url))
const plans = siteRunbooks(site).runbooks.map(planOf)

/** Types the lines into a rehearsal of a runbook; everything that was shown. */
async function play(
  runbook: string,
  lines: readonly string[],
  {isOver = false, plain = false} = {},
): Promise<string> {
  const rehearsal = beginRehearsal(rehearsedCluster, {seed: 3, runbook}, plans)!
  const terminal = scriptedTerminal(lines)
  await playRehearsal(rehearsal, terminal, {plans, texts: rehearsalTexts, isOver, plain})
  return terminal.screen
}

/** What follows a line that was typed, up to the next prompt. */
const after = (screen: string, typed: string): string =>
  screen.split(`> ${typed}\n`)[1]!.split(/^[\d:]+ \w+> /m)[0]!

describe('handrail rehearse', () => {
  test('answers on the console of the prompt, and goes to another', async () => {
    const screen = await play('split-brain', ['hostname', 'be2> hostname', 'be1>', 'hostname'])
    expect(screen).toContain('00:00 be1> hostname\nbe1\n')
    expect(screen).toContain('00:05 be1> be2> hostname\nbe2\n')
    expect(screen).toContain('00:10 be2> be1>\n00:10 be1> hostname\nbe1\n')
  })

  test('lets time pass when the responder waits', async () => {
    const screen = await play('split-brain', ['wait 30s', 'wait 5 min', 'wait 1h', 'hostname'])
    expect(after(screen, 'wait 5 min')).toBe('5 min passed.\n')
    expect(screen).toContain('1:05:30 be1> hostname')
    expect(after(await play('split-brain', ['wait 9h']), 'wait 9h')).toBe('4 h passed.\n')
  })

  test('takes a guarded block as it is pasted, and several consoles in one paste', async () => {
    const guarded =
      '[ "$(hostname -s)" = be2 ] && { drbdadm disconnect pc0; } || echo \'wrong host\''
    const screen = await play('replication-down', [guarded, `be2> ${guarded}\nbe1> hostname`])
    expect(screen).toContain('wrong host\n')
    expect(screen).toContain('Done.\nbe1\n')
  })

  test('does what no shell does, and says in its help what that is', async () => {
    const screen = await play('backup-failed', ['h', 'power on be2', 'power on be1'])
    expect(after(screen, 'h')).toContain('power on HOST\n')
    expect(screen).toContain('Done.')
  })

  test('says what came of it at the end, in eighty columns', async () => {
    const screen = await play('primary-unavailable', ['be2> drbdadm primary pc0', 'end', 'never'])
    expect(screen).not.toContain('never')
    const told = screen.slice(screen.indexOf('What came of it'))
    expect(told).toContain('  Nothing was lost of what clients had been told was kept.\n')
    expect(told).toContain('The whole story\n')
    const lines = told.split('\n').filter((line) => !line.includes('#rehearsal?'))
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })

  test('draws no sign for screen readers', async () => {
    const screen = await play('split-brain', ['end'], {plain: true})
    expect(screen).not.toMatch(/^(-+|! .*)$/m)
    expect(screen).toMatch(/^−\d\d:\d\d Both networks between the hosts fail\.$/m)
  })

  test('ends with what came of it when the input ends, and gives a link to it', async () => {
    const screen = await play('split-brain', ['be1> drbdadm disconnect pc0'])
    const link = parseRehearsal(/#rehearsal\?\S+/.exec(screen)![0])!
    expect(link.isOver).toBe(true)
    const {rehearsal} = resumeRehearsal(rehearsedCluster, link, plans)!
    expect(rehearsal.turns.map(({action}) => action)).toEqual([
      {kind: 'type', host: 'be1', text: 'drbdadm disconnect pc0'},
    ])
  })

  test('shows at once what came of the rehearsal behind a link', async () => {
    expect(await play('split-brain', ['hostname'], {isOver: true})).not.toContain('hostname')
  })
})

describe('in a terminal', () => {
  let cwd: string
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'rehearse-'))
    const runbook = 'docs/runbooks/vip-on-both.md'
    mkdirSync(join(cwd, 'docs/runbooks'), {recursive: true})
    cpSync(join(site, runbook), join(cwd, runbook))
  })
  afterAll(() => rmSync(cwd, {recursive: true, force: true}))

  test('Ctrl-C ends it with what came of it', async () => {
    const terminal = openPty(['rehearse', 'vip-on-both', '--seed', '7'], {cwd})
    await terminal.until(/00:00 be1> /)
    terminal.type('be2> cat /proc/drbd\r')
    expect(await terminal.until(/00:05 be2> /)).toContain('cs:')
    terminal.type('\u0003')
    await terminal.until(/handrail rehearse vip-on-both --seed 7/)
    await terminal.ended
  }, 30_000)

  test('a link shows what came of the rehearsal behind it', async () => {
    const link = 'https://site.example/rehearsal#rehearsal?s=7&r=vip-on-both&a=0hostname~w60&e=1'
    const terminal = openPty(['rehearse', link], {cwd})
    await terminal.until(/Rehearsal 7: VIP on both hosts/)
    expect(await terminal.until(/What you did/)).toContain('At the end, at 01:05')
    await terminal.ended
  }, 30_000)

  test('says so when there is no such runbook', async () => {
    const terminal = openPty(['rehearse', 'nonsense'], {cwd})
    await terminal.until(/no runbook nonsense to rehearse/)
    await terminal.ended
  }, 30_000)
})
