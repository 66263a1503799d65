import {describe, expect, it, vi} from 'vitest'
import {cluster} from '../../src/index.ts'
import {read} from '../../src/read/index.ts'
import {reachable} from '../model/explore.ts'
import {random} from '../random.ts'

// Every reachable state takes its time on a busy machine.
vi.setConfig({testTimeout: 120_000})

type Mangling = (text: string, next: () => number) => string

const wrap =
  (width: number): Mangling =>
  (text) =>
    text
      .split('\n')
      .map((line) => line.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n'))
      .join('\n')

/** What chat, mail, terminals and hurry do to output. */
const manglings: Readonly<Record<string, Mangling>> = {
  truncated: (text, next) => text.slice(0, Math.floor(next() * text.length)),
  'its head lost': (text, next) => text.slice(Math.floor(next() * text.length)),
  'leading blanks lost': (text) => text.replace(/^[ \t]+/gm, ''),
  'blanks doubled': (text) => text.replace(/(?<=\S) (?=\S)/g, '  '),
  'some lines joined': (text, next) => text.replace(/\n/g, () => (next() < 0.3 ? ' ' : '\n')),
  'all lines joined': (text) => text.replace(/\n/g, ' '),
  'wrapped at 40': wrap(40),
  'wrapped at 60': wrap(60),
  'wrapped at 72': wrap(72),
  'wrapped at 80': wrap(80),
  'with CRLF': (text) => text.replace(/\n/g, '\r\n'),
  'with typographical marks': (text) =>
    text
      .replace(/--/g, '—')
      .replace(/'/g, '’')
      .replace(/\.\.\./g, '…'),
  'quoted in a mail': (text) => text.replace(/^/gm, '> '),
  'with every third line lost': (text) =>
    text
      .split('\n')
      .filter((_, index) => index % 3 !== 2)
      .join('\n'),
}

const commands = [
  'cat /proc/drbd',
  'drbdadm role pc0; drbdadm cstate pc0; drbdadm dstate pc0',
  'drbdadm status pc0',
  'drbdsetup status --json',
  'chef-server-ctl ha-status',
  'private-chef-ctl ha-status',
  'chef-server-ctl status',
  'tail /var/log/messages',
  'ip addr show',
  'cat /proc/mounts',
  'df -h',
  'lvs opscode',
  'fuser -vm /var/opt/opscode/drbd/data',
]

const states = [...reachable(cluster, 2).values()].filter((_, index) => index % 97 === 0)

describe.each(Object.entries(manglings))('output %s', (_name, mangle) => {
  it.each(commands)('%s: is read rightly, not at all, or with an assumption', (command) => {
    const next = random(20_261_123)
    const wrong = new Set<string>()
    for (const state of states) {
      const truth = cluster.observe(state, 'be1')
      if (truth['reach'] === 'no') continue
      const text = mangle(cluster.print(state, 'be1', command), next)
      const {observations, assumptions} = read(text, {host: 'be1'})
      if (assumptions.length > 0) continue
      for (const [key, value] of Object.entries(observations.hosts['be1'] ?? {})) {
        if (value !== truth[key]) wrong.add(`${key}=${truth[key]} was read as ${value} in\n${text}`)
      }
    }
    expect([...wrong].slice(0, 3)).toEqual([])
  })
})

describe('rubbish', () => {
  const alphabet = 'cs:ro:ds/Primary Secondary\n\t[]{}"0123456789:;|#$@~=>—…\u0000\ufffd\u202e'

  it('is read without an error', () => {
    const next = random(7)
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(next() * 400)
      const text = Array.from({length}, () => alphabet[Math.floor(next() * alphabet.length)]).join(
        '',
      )
      expect(() => read(text, round % 2 === 0 ? {host: 'be1'} : {})).not.toThrow()
    }
  })

  it.each([
    ['a long line', 'a'.repeat(200_000)],
    ['many prompts', 'root@be1:~# \n'.repeat(5_000)],
    ['many half states', '0: cs:Connected ro:'.repeat(5_000)],
    [
      'many states',
      ' 0: cs:Connected ro:Primary/Secondary ds:UpToDate/UpToDate C r-----\n'.repeat(2_000),
    ],
    ['many open brackets', '[{"'.repeat(20_000)],
    ['deep brackets', '['.repeat(50_000)],
    ['many blanks', ' '.repeat(200_000)],
    ['many lines', '\n'.repeat(100_000)],
    ['hex without end', '0123456789ABCDEF:'.repeat(10_000)],
    ['roles without end', 'pc0 role:Primary '.repeat(5_000)],
    ['pings without end', 'PING be1 (192.0.2.1) '.repeat(5_000)],
    ['inet lines', '    inet 192.0.2.1/24 scope global eth0\n'.repeat(5_000)],
  ])('%s is read in time', (_name, text) => {
    const start = performance.now()
    read(text, {host: 'be1'})
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
