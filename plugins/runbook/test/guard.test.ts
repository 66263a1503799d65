import {execFileSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {guard, type Bindings, type PlanCommand} from '../src/index.ts'

const bindings: Bindings = {
  hosts: {be1: 'be1', be2: 'two.example.org'},
  roles: {VICTIM: 'be2'},
  values: {RESOURCE: 'pc0'},
}

const command = (lines: string[], more: Partial<PlanCommand> = {}): PlanCommand => ({
  kind: 'shell',
  on: {kind: 'role', name: 'VICTIM'},
  effect: 'change',
  lines,
  ...more,
})

const text = (lines: string[], more?: Partial<PlanCommand>) =>
  guard(command(lines, more), bindings).blocks.map((block) => block.text)

const hostile = [
  "a'b",
  'a"b',
  '$(echo hacked)',
  '`echo hacked`',
  'a b',
  'a;echo hacked',
  '\\',
  '!x',
  '*',
  '~',
  '<RESOURCE>',
  '$HOME',
  "'; echo hacked; '",
]

/** Runs a guarded line on a host called `name`, where `show` prints its words. */
function run(name: string, script: string): string {
  const setup = `hostname() { echo ${name}; }\nshow() { printf '[%s]' "$@"; }\n`
  return execFileSync('sh', ['-c', setup + script], {encoding: 'utf8'})
}

describe('guard', () => {
  it('runs a block that changes something on its host only', () => {
    const lines = ['drbdadm secondary <RESOURCE>', 'drbdadm connect --discard-my-data <RESOURCE>']
    expect(guard(command(lines), bindings)).toEqual({
      missing: [],
      blocks: [
        {
          host: 'be2',
          name: 'two.example.org',
          text: `[ "$(hostname -s)" = two ] && { drbdadm secondary pc0 && drbdadm connect --discard-my-data pc0; } || echo 'wrong host or refused: stop'`,
        },
      ],
    })
  })

  it('gives lines that read as they are', () => {
    expect(text(['hostname; date -u', 'ping <be1>; ping <VICTIM>'], {effect: 'read'})).toEqual([
      'hostname; date -u\nping be1; ping two.example.org',
    ])
  })

  it('gives a block for each host', () => {
    const {blocks} = guard(command(['true'], {on: {kind: 'each'}}), bindings)
    expect(blocks.map(({host, text}) => [host, text.slice(0, 28)])).toEqual([
      ['be1', '[ "$(hostname -s)" = be1 ] &'],
      ['be2', '[ "$(hostname -s)" = two ] &'],
    ])
  })

  it('keeps a block for elsewhere off the hosts', () => {
    expect(text(['true'], {on: {kind: 'elsewhere'}})).toEqual([
      `[ "$(hostname -s)" != be1 ] && [ "$(hostname -s)" != two ] && { true; } || echo 'wrong host or refused: stop'`,
    ])
  })

  it('names the host in the sentence of an action', () => {
    expect(text(['power off HOST'], {kind: 'action'})).toEqual(['power off two.example.org'])
    expect(text(['power off VICTIM'], {kind: 'action'})).toEqual(['power off two.example.org'])
  })

  it('says what is missing, and leaves a blank for it on paper', () => {
    const open = {...bindings, roles: {}, values: {}}
    const block = command(['drbdadm secondary <RESOURCE>'])
    expect(guard(block, open)).toEqual({blocks: [], missing: ['VICTIM', 'RESOURCE']})
    expect(guard(block, open, {blank: '____'}).blocks).toEqual([
      {
        name: '____',
        text: `[ "$(hostname -s)" = ____ ] && { drbdadm secondary ____; } || echo 'wrong host or refused: stop'`,
      },
    ])
  })

  it('stops at the first refusal whatever a line is made of', () => {
    for (const line of ['true; false', 'false || false', 'false # why', 'false &&\\\ntrue']) {
      const [script] = text([line, 'show never'])
      expect(run('two', script!)).toBe('wrong host or refused: stop\n')
    }
    expect(run('two', text(['show a || show b', '# words', 'show c'])[0]!)).toBe('[a][c]')
    expect(run('be1', text(['show a; show b', 'show c || show d'])[0]!)).toBe(
      'wrong host or refused: stop\n',
    )
  })

  it.each(hostile)('keeps %j one word wherever it stands', (value) => {
    const bound = {...bindings, values: {VALUE: value}}
    for (const line of ['show <VALUE>', "show '<VALUE>'", 'show "<VALUE>"']) {
      const [block] = guard(command([line]), bound).blocks
      expect(run('two', block!.text)).toBe(`[${value}]`)
    }
    for (const line of ['show "$(echo <VALUE>)"', 'show `echo <VALUE>`']) {
      expect(guard(command([line]), bound)).toEqual({blocks: [], missing: ['VALUE']})
    }
  })

  it.each(['-f', '', 'a\nb', 'a\u0000b', 'x'.repeat(201)])('never fills in %j', (value) => {
    const bound = {...bindings, values: {VALUE: value}}
    expect(guard(command(['show <VALUE>']), bound).missing).toEqual(['VALUE'])
  })

  it('never fills in a host name that is none', () => {
    const bound = {...bindings, hosts: {be1: 'be1', be2: 'x ]; reboot #'}}
    expect(guard(command(['true']), bound).blocks).toEqual([])
  })
})
