import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {formatLink, linkOf, parseLink, planOf, replay} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {randomText, seeded} from './seeded.ts'

const text = readFileSync(new URL('fixtures/split-brain.md', import.meta.url), 'utf8')
const plan = planOf(readMarkdown(text, {path: 'split-brain.md'}).runbook!)

const answers = [
  {step: 'what-do-both-hosts-show', choice: 'both-are-standalone'},
  {step: 'who-has-the-data-that-matters', choice: 'be1-keeps-its-data'},
  {step: 'save-the-victims-data', choice: 'the-snapshot-is-there'},
  {step: 'discard-the-victims-changes', choice: 'still-syncing', waited: 120},
]

describe('links', () => {
  it('reads what DESIGN and alerts write', () => {
    expect(parseLink('#look?v=abc&h=be1:db1.example.org&a=look.bad~next.worse')).toEqual({
      step: 'look',
      version: 'abc',
      given: {hosts: {be1: 'db1.example.org'}, roles: {}, values: {}, step: 'look'},
      answers: [
        {step: 'look', choice: 'bad'},
        {step: 'next', choice: 'worse'},
      ],
      problems: [],
    })
    expect(parseLink('#look').given).toEqual({hosts: {}, roles: {}, values: {}, step: 'look'})
    expect(parseLink('?h=be1:a&h=be2:b').given.hosts).toEqual({be1: 'a', be2: 'b'})
    expect(parseLink('').answers).toEqual([])
  })

  it('leads back to the same state', () => {
    const given = {hosts: {be1: 'db1.example.org'}, values: {RESOURCE: 'r-0'}}
    const {state} = replay(plan, answers, given)
    const fragment = linkOf(plan, state)
    expect(fragment).toBe(
      `#discard-the-victims-changes?v=${plan.version}&h=be1:db1%2Eexample%2Eorg&s=RESOURCE:r-0` +
        '&a=what-do-both-hosts-show.both-are-standalone~who-has-the-data-that-matters.be1-keeps-its-data' +
        '~save-the-victims-data.the-snapshot-is-there~discard-the-victims-changes.still-syncing.120s',
    )
    const link = parseLink(fragment)
    expect(link.problems).toEqual([])
    const opened = replay(plan, link.answers, link.given)
    expect(opened.misfits).toEqual([])
    expect({...opened.state, given: {}}).toEqual({...state, given: {}})
  })

  it('carries every sign in ids, names and values', () => {
    const odd = 'a.b~c:d&e=f#g%h?i/ä 日 \'"()*!'
    const link = {
      step: odd,
      version: odd,
      given: {hosts: {be1: odd}, roles: {[odd]: 'be1'}, values: {V: odd}, step: odd},
      answers: [{step: odd, choice: odd, roles: {[odd]: 'be2'}, waited: 5}],
    }
    const fragment = formatLink(link)
    expect(fragment).toMatch(/^#[\w%?=&~:.-]+$/)
    expect(parseLink(fragment)).toEqual({...link, problems: []})
  })

  it('names what it leaves out', () => {
    expect(parseLink('#x?a=only&h=be1&zz=1&a=%E0%A4%A.y').problems).toEqual([
      '`zz` is no field of a link',
      '`only` is not `STEP.CHOICE`',
      '`%E0%A4%A` is not percent-encoded text',
      '`be1` is not `NAME:VALUE`',
    ])
    expect(parseLink(`#${'x'.repeat(40_000)}`).problems).toHaveLength(1)
  })

  it('does not fill in what has no right shape, whatever the link says', () => {
    const link = parseLink('#x?h=be1:%24(reboot)~__proto__:evil&s=RESOURCE:--force')
    const {state, misfits} = replay(plan, link.answers, link.given)
    expect(state.bindings.hosts).toEqual({be1: 'be1', be2: 'be2'})
    expect(state.bindings.values).toEqual({RESOURCE: 'pc0'})
    expect(misfits.map(({kind}) => kind)).toEqual(['host', 'value', 'step'])
  })

  it('takes any text without throwing', () => {
    const random = seeded(7)
    for (let round = 0; round < 2_000; round++) {
      const link = parseLink(randomText(random, '#?&=~:.%aA0hrsv-_ ü\u0000<', 60))
      expect(replay(plan, link.answers, link.given).state.runbook).toBe('split-brain')
    }
  })
})
