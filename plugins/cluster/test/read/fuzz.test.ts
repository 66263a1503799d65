import {describe, expect, it, vi} from 'vitest'
import type {ReadingHints} from '@handrail/runbook'
import {cluster} from '../../src/index.ts'
import {attribute} from '../../src/read/attribution.ts'
import {conclude} from '../../src/read/conclude.ts'
import {gather} from '../../src/read/gather.ts'
import {read} from '../../src/read/index.ts'
import {settleFacts} from '../../src/read/settle-facts.ts'
import {sourceText} from '../../src/read/source-text.ts'
import {reachable} from '../model/explore.ts'
import {random} from '../random.ts'
import {examplesOf, hintsOf, readerSpecs} from '../spec-examples.ts'

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
  'wrapped at 72': wrap(72),
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
  'wrapped anywhere': (text, next) => wrap(12 + Math.floor(next() * 100))(text, next),
  'with hard blanks': (text) => text.replace(/ /g, '\u00a0'),
  'with tabs for blanks': (text) => text.replace(/ {2,}/g, '\t'),
  'with lines between': (text) => text.replace(/\n/g, '\n\n'),
  'as a page has it': (text) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
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

type Facts = Readonly<Record<string, string>>

/** What is read of a text without an assumption, and of no log, of which the end may be lost. */
function firmFacts(text: string, hints: ReadingHints): Readonly<Record<string, Facts>> {
  const attribution = attribute(sourceText(text), hints)
  const firm = gather(attribution).filter(({assumes, log}) => assumes === undefined && !log)
  const settled = settleFacts(firm)
  const {hosts, assumptions} = conclude(firm, settled, attribution.hostOf)
  return assumptions.length > 0 ? {} : hosts
}

const wrongOf = (facts: Facts, truth: Facts): string[] =>
  Object.entries(facts).flatMap(([key, value]) =>
    truth[key] === value ? [] : [`${key}=${truth[key]} was read as ${value}`],
  )

const states = [...reachable(cluster, 2).values()].filter((_, index) => index % 167 === 0)

describe.each(Object.entries(manglings))('output %s', (_name, mangle) => {
  it.each(commands)('%s: is read rightly, not at all, or with an assumption', (command) => {
    const next = random(20_261_123)
    const wrong = new Set<string>()
    for (const state of states) {
      const truth = cluster.observe(state, 'be1')
      if (truth['reach'] === 'no') continue
      const text = mangle(cluster.print(state, 'be1', command), next)
      const {observations, assumptions} = read(text, {host: 'be1'})
      const facts = assumptions.length > 0 ? firmFacts(text, {host: 'be1'}) : observations.hosts
      for (const one of wrongOf(facts['be1'] ?? {}, truth)) wrong.add(`${one} in\n${text}`)
    }
    expect([...wrong].slice(0, 3)).toEqual([])
  })
})

/** By night as many rounds as `READ_FUZZ_ROUNDS` says. */
const rounds = Number(process.env['READ_FUZZ_ROUNDS'] ?? 2)

const posted = readerSpecs.flatMap(examplesOf).map((example) => {
  const hints = hintsOf(example)
  return {text: example.input, hints, whole: read(example.input, hints).observations.hosts}
})

describe('posted output', () => {
  it.each(Object.entries(manglings))('%s, contradicts the whole in nothing', (name, mangle) => {
    const next = random(42)
    const wrong = new Set<string>()
    for (const {text, hints, whole} of posted) {
      // A lost head takes the name of the first of two hosts with it.
      if (name === 'its head lost' && Object.keys(whole).length > 1) continue
      for (let round = 0; round < rounds; round++) {
        const mangled = mangle(text, next)
        for (const [host, facts] of Object.entries(firmFacts(mangled, hints))) {
          // What the whole leaves open is not contradicted.
          const truth = {...facts, ...whole[host]}
          for (const one of wrongOf(facts, truth)) wrong.add(`${host}: ${one} in\n${mangled}`)
        }
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

  it('is read without an error where it is JSON', () => {
    const values = [null, 7, 'x', {}, [], [null], [7], {a: [null]}]
    for (const value of values) {
      for (const resource of [
        {devices: value},
        {connections: value},
        {connections: [{peer_devices: value}]},
      ]) {
        const text = JSON.stringify([{name: 'pc0', role: 'Primary', ...resource}])
        expect(read(text, {host: 'be1'}).observations.hosts['be1']).toMatchObject({ro: 'Primary'})
      }
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
    ['titles without end', '\u001b]'.repeat(100_000)],
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
