import {execFileSync} from 'node:child_process'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {
  type Bindings,
  type Log,
  checkValue,
  emptyLog,
  formatLink,
  guard,
  linkOf,
  logToJson,
  logToMarkdown,
  parseLink,
  parseLog,
  planOf,
  record,
  replay,
  resume,
  start,
} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {randomText, seeded} from './seeded.ts'

/** What shells, addresses, JSON and Markdown give a meaning to, and letters between. */
const signs = 'ab1 \'"`$(){}[]<>|&;\\!*?~#=%^,.:/-_@+\n\t\u0000\u001b\u202e\u2028é€😀'
const words = [
  '$(touch hacked)',
  '`touch hacked`',
  "'; touch hacked; '",
  '"; touch hacked; "',
  '!!',
  '\\',
  '{a,b}',
  '&& touch hacked',
  '--help',
  '-f',
  '<VALUE>',
  '${IFS}',
  '__proto__',
  'constructor',
  '%',
  '%00',
  '%zz',
  '<script>alert(1)</script>',
  '![x](y)',
  '[x](javascript:y)',
]

const random = seeded(20261123)
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
const hostileText = (longest = 12): string =>
  random() < 0.3 ? pick(words) + randomText(random, signs, 4) : randomText(random, signs, longest)
const times = <T>(count: number, make: () => T): T[] => Array.from({length: count}, make)

const bound = (value: string): Bindings => ({
  hosts: {be1: 'be1', be2: 'be2'},
  roles: {},
  values: {VALUE: value},
})

/** Lines, and what `show` prints of its words when the value stays what it is. */
const places: readonly (readonly [line: string, shown: (value: string) => string])[] = [
  ['show <VALUE>', (value) => `[${value}]`],
  ['show a<VALUE>b', (value) => `[a${value}b]`],
  ['show --x=<VALUE> c', (value) => `[--x=${value}][c]`],
  ["show '<VALUE>'", (value) => `[${value}]`],
  ["show 'a <VALUE> b'", (value) => `[a ${value} b]`],
  ['show "<VALUE>"', (value) => `[${value}]`],
  ['show "a <VALUE> b"', (value) => `[a ${value} b]`],
  ['show "it\'s <VALUE>"', (value) => `[it's ${value}]`],
  ['show {a,<VALUE>}', (value) => `[a][${value}]`],
  ['show <VALUE>>&1', (value) => `[${value}]`],
  ['show <VALUE> && show c || show d', (value) => `[${value}][c]`],
  ['show "$(echo <VALUE>)"', (value) => `[${value}]`],
]

describe('no value changes the shape of a command', () => {
  it.each(['change', 'read'] as const)('that is to %s', (effect) => {
    const on = {kind: 'host', name: 'be1'} as const
    const cases = times(600, () => ({value: hostileText(), place: pick(places)})).flatMap(
      ({value, place: [line, shown]}) => {
        const command = {kind: 'shell', on, effect, lines: [line]} as const
        const {blocks, missing} = guard(command, bound(value))
        expect(blocks).toHaveLength(missing.length ? 0 : 1)
        return blocks.map(({text}) => ({text, wanted: shown(value), line}))
      },
    )
    expect(cases.length).toBeGreaterThan(200)
    // Bash, as a person types into it: with braces and the history.
    const setup = `set -o history -H; hostname() { echo be1; }; show() { printf '[%s]' "$@"; }\n`
    const script = cases.map(({text}) => `${text}\nprintf '\\0'\n`).join('')
    const output = execFileSync('bash', ['--norc', '--noprofile'], {
      input: setup + script,
      encoding: 'utf8',
      env: {PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HISTFILE: ''},
    })
    expect(output.split('\0').slice(0, -1)).toEqual(cases.map(({wanted}) => wanted))
  })

  it('and none stands where nobody can say what it would become', () => {
    const on = {kind: 'host', name: 'be1'} as const
    const lines = (...all: string[]) => ({kind: 'shell', on, effect: 'read', lines: all}) as const
    const isRefused = (all: string[], value: string) =>
      guard(lines(...all), bound(value)).missing.includes('VALUE')
    expect(isRefused(["awk '", '/<VALUE>/ {print}', "'"], 'a;b')).toBe(true)
    expect(isRefused(["awk '", '/<VALUE>/ {print}', "'"], 'pc0')).toBe(false)
    expect(isRefused(['cat <<END', '<VALUE>', 'END'], '$(reboot)')).toBe(true)
    expect(isRefused(['echo $<VALUE>'], 'HOME')).toBe(true)
    expect(isRefused(['ls ~<VALUE>'], 'root')).toBe(true)
  })

  it('and none is taken that its pattern does not allow as a whole', () => {
    const spec = {name: 'RESOURCE', pattern: '[a-z0-9_-]+'}
    for (const value of times(2000, hostileText)) {
      if (checkValue(spec, value) === undefined) expect(value).toMatch(/^[a-z0-9_][a-z0-9_-]*$/)
    }
    expect(checkValue({name: 'A', pattern: 'a|b'}, 'b; reboot')).toBeDefined()
    expect(checkValue({name: 'A', pattern: '.*'}, 'a\nreboot')).toBeDefined()
  })
})

const page = `## Which?

- \`OLD=be1\` be1 → [Wait](#wait)
- \`OLD=be2\` be2 → [Wait](#wait)

## Wait

- \`OLD: cs=SyncTarget\` \`wait 10s max 1min\` Not yet → [Wait](#wait)
- \`else\` It is → [Other](other.md#there)
- Never mind → [Done: so](#done-so)

## Done: so
`
const head = {
  runbook: 'example',
  hosts: ['be1', 'be2'],
  roles: ['OLD', 'NEW'],
  values: {RESOURCE: {default: 'pc0', pattern: '[a-z0-9]+'}},
}
const plan = planOf(readMarkdown(page, {head}).runbook!)
const link = '#wait?v=abc&h=be1:db1~be2:db2&r=OLD:be1&s=RESOURCE:pc1&a=which.be1~wait.not-yet.20s'

/** A text with some of its characters replaced, left out, or hostile ones between. */
function mutated(text: string): string {
  let result = text
  for (let count = Math.ceil(random() * 4); count > 0; count--) {
    const at = Math.floor(random() * (result.length + 1))
    const to = at + Math.floor(random() * 3)
    result = result.slice(0, at) + (random() < 0.5 ? hostileText(4) : '') + result.slice(to)
  }
  return result
}

describe('a link', () => {
  it('of any text is read, and leads to a state of the runbook', () => {
    for (const text of times(3000, () => (random() < 0.3 ? hostileText(60) : mutated(link)))) {
      const {answers, given} = parseLink(text)
      const {state} = replay(plan, answers, given)
      expect(plan.steps.map(({id}) => id)).toContain(state.step)
      expect(Object.values(state.bindings.roles).every((host) => /^be[12]$/.test(host))).toBe(true)
      expect(state.bindings.values['RESOURCE']).toMatch(/^[a-z0-9]{1,200}$/)
      const again = linkOf(plan, state)
      expect(again).toMatch(/^#[\w%.~:&=?-]*$/)
      if (!state.leaves) {
        const opened = parseLink(again)
        expect(replay(plan, opened.answers, opened.given).state.step).toBe(state.step)
      }
    }
  })

  it('carries any text and gives it back', () => {
    for (const text of times(500, () => hostileText() || 'x')) {
      const written = formatLink({step: text, given: {values: {A: text}}, answers: []})
      expect(written).toMatch(/^#[\w%.~:&=?-]*$/)
      const whole = text.replace(/\p{Cs}/gu, '\ufffd')
      expect(parseLink(written)).toMatchObject({step: whole, given: {values: {A: whole}}})
    }
  })
})

function sampleLog(text: string): Log {
  const stamp = {at: '2026-11-23T02:14:05Z', offset: 60, by: text}
  const {state} = start(plan, {hosts: {be1: 'db1', be2: 'db2'}})
  const happenings = [
    {kind: 'start'},
    {kind: 'note', text},
    {kind: 'evidence', text, host: 'be1'},
    {kind: 'run', text},
    {kind: 'changed', text},
  ] as const
  return happenings.reduce((log, one) => record(log, plan, state, one, stamp), emptyLog)
}

/** What a ticket may hold of a log; a bare address becomes a link wherever it stands. */
const harmless = ['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'strong', 'code']

function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])]
}

describe('a log', () => {
  it('of any text is read or refused, and taken up without more than it says', () => {
    const texts = times(600, () => mutated(logToJson(sampleLog(hostileText()))))
    for (const text of [...texts, ...times(300, () => hostileText(60)), 'null', '[]', '{}']) {
      const {log} = parseLog(text)
      if (!log) continue
      const {state} = resume(plan, log)
      expect(plan.steps.map(({id}) => id)).toContain(state.step)
      expect(logToMarkdown(log)).not.toMatch(/(?!\n)\p{Cc}(?<!\t)|[\u202a-\u202e\u2066-\u2069]/u)
      expect(parseLog(logToJson(log)).problems).toEqual([])
    }
  })

  it('is no markup of the ticket it goes into', () => {
    const extensions = {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}
    for (const text of times(400, () => hostileText(30))) {
      const {log} = parseLog(logToJson(sampleLog(text)))
      const types = typesIn(fromMarkdown(logToMarkdown(log!), extensions))
      expect([text, types.filter((type) => !harmless.includes(type))]).toEqual([text, []])
    }
  })
})
