import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {
  back,
  carry,
  offers,
  planOf,
  reasonInWords,
  replay,
  start,
  step,
  type Answer,
  type Observations,
} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'

const text = readFileSync(new URL('fixtures/split-brain.md', import.meta.url), 'utf8')
const plan = planOf(readMarkdown(text, {path: 'split-brain.md'}).runbook!)

const look: Answer = {step: 'what-do-both-hosts-show', choice: 'both-are-standalone'}
const keepBe1: Answer = {step: 'who-has-the-data-that-matters', choice: 'be1-keeps-its-data'}
const keepBe2: Answer = {step: 'who-has-the-data-that-matters', choice: 'be2-keeps-its-data'}
const saved: Answer = {step: 'save-the-victims-data', choice: 'the-snapshot-is-there'}
const sync: Answer = {step: 'discard-the-victims-changes', choice: 'still-syncing'}
const synced: Answer = {step: 'discard-the-victims-changes', choice: 'start-the-standby-again'}

const seen = (be1: Record<string, string>, be2: Record<string, string> = {}): Observations => ({
  hosts: {be1, be2},
  cluster: {},
})

describe('start', () => {
  it('stands at the first step with defaults filled in', () => {
    const {state, misfits} = start(plan)
    expect(misfits).toEqual([])
    expect(state.step).toBe('what-do-both-hosts-show')
    expect(state.bindings).toEqual({
      hosts: {be1: 'be1', be2: 'be2'},
      roles: {},
      values: {RESOURCE: 'pc0'},
    })
  })

  it('takes hosts, values, roles and a step', () => {
    const given = {
      hosts: {be1: 'a.example.org', be2: 'b'},
      roles: {VICTIM: 'be2', OTHER: 'be1'},
      values: {RESOURCE: 'r0', OTHER: 'x'},
      step: 'save-the-victims-data',
    }
    const {state, misfits} = start(plan, given)
    expect(misfits).toEqual([])
    expect(state.step).toBe('save-the-victims-data')
    expect(state.bindings).toEqual({
      hosts: {be1: 'a.example.org', be2: 'b'},
      roles: {VICTIM: 'be2'},
      values: {RESOURCE: 'r0'},
    })
  })

  it.each([
    [{hosts: {be1: 'a; rm -rf /'}}, 'host', 'be1'],
    [{hosts: {be1: '-h'}}, 'host', 'be1'],
    [{hosts: {be1: '10.0.0.1'}}, 'host', 'be1'],
    [{hosts: {be1: 'db.one', be2: 'DB.two'}}, 'host', 'be2'],
    [{hosts: {be1: 'be2'}}, 'host', 'be2'],
    [{values: {RESOURCE: '$(reboot)'}}, 'value', 'RESOURCE'],
    [{values: {RESOURCE: '--force'}}, 'value', 'RESOURCE'],
    [{values: {RESOURCE: ''}}, 'value', 'RESOURCE'],
    [{roles: {VICTIM: 'be3'}}, 'role', 'VICTIM'],
    [{step: 'nowhere'}, 'step', 'nowhere'],
  ])('refuses %j', (given, kind, name) => {
    const {state, misfits} = start(plan, given)
    expect(misfits).toMatchObject([{kind, name}])
    expect(state.bindings).toEqual(start(plan).state.bindings)
  })

  it('is not fooled by what records inherit', () => {
    const given = JSON.parse('{"hosts":{"__proto__":{"be1":"evil"}},"values":{"constructor":"x"}}')
    expect(start(plan, given).state.bindings).toEqual(start(plan).state.bindings)
  })
})

describe('step and replay', () => {
  it('binds roles once and freezes what it returns', () => {
    const {state, misfits} = replay(plan, [look, keepBe1])
    expect(misfits).toEqual([])
    expect(state.bindings.roles).toEqual({SURVIVOR: 'be1', VICTIM: 'be2'})
    expect(Object.isFrozen(state)).toBe(true)
    expect(Object.isFrozen(state.bindings.roles)).toBe(true)
    expect(Object.isFrozen(state.answers)).toBe(true)
  })

  it('leaves the state as it was when an answer does not fit', () => {
    const {state} = start(plan)
    const next = step(plan, state, keepBe1)
    expect(next.state).toBe(state)
    expect(next.misfits).toMatchObject([{kind: 'elsewhere', answer: keepBe1}])
    expect(step(plan, state, {...look, choice: 'no'}).misfits).toMatchObject([{kind: 'choice'}])
  })

  it('keeps later answers when an earlier one is changed', () => {
    const {state} = replay(plan, [look, keepBe1, saved])
    const changed = replay(plan, [look, keepBe2, ...state.answers.slice(2)])
    expect(changed.misfits).toEqual([])
    expect(changed.state.step).toBe('discard-the-victims-changes')
    expect(changed.state.bindings.roles).toEqual({SURVIVOR: 'be2', VICTIM: 'be1'})
  })

  it('returns the answers that no longer fit and goes on with those that do', () => {
    const escalate: Answer = {step: 'what-do-both-hosts-show', choice: 'anything-else'}
    const {state, misfits} = replay(plan, [escalate, keepBe1, saved])
    expect(state.step).toBe('escalate-not-covered-here')
    expect(misfits.map(({answer}) => answer)).toEqual([keepBe1, saved])
  })

  it('goes back by replaying all but the last answer', () => {
    const {state} = replay(plan, [look, keepBe1], {hosts: {be1: 'a'}})
    expect(back(plan, state)).toEqual(replay(plan, [look], {hosts: {be1: 'a'}}).state)
    expect(back(plan, start(plan).state)).toEqual(start(plan).state)
  })

  it('exchanges roles on a link to the first step only', () => {
    const again: Answer = {step: 'start-the-standby-again', choice: 'the-other-host-split-again'}
    const {state} = replay(plan, [look, keepBe1, saved, synced, again, look])
    expect(state.step).toBe('who-has-the-data-that-matters')
    expect(state.bindings.roles).toEqual({SURVIVOR: 'be2', VICTIM: 'be1'})
    expect(step(plan, state, keepBe1).misfits).toMatchObject([{kind: 'role'}])
    expect(offers(plan, state).map(({gone}) => gone)).toEqual(['bound', undefined])
  })

  it('leads to another runbook with what is known', () => {
    const away: Answer = {step: 'what-do-both-hosts-show', choice: 'be1-cannot-be-reached'}
    const {state} = replay(plan, [away], {hosts: {be1: 'a'}, values: {RESOURCE: 'r0'}})
    expect(state.leaves).toEqual({runbook: 'primary-unavailable', step: 'is-it-really-off'})
    expect(carry(state)).toEqual({
      hosts: {be1: 'a', be2: 'be2'},
      roles: {},
      values: {RESOURCE: 'r0'},
      step: 'is-it-really-off',
    })
    expect(step(plan, state, look).misfits).toMatchObject([{kind: 'elsewhere'}])
  })
})

describe('a wait', () => {
  const {state: waiting} = replay(plan, [look, keepBe1, saved])

  it('is one answer however often one looks', () => {
    const {state} = replay(plan, [look, keepBe1, saved, sync, sync, {...sync, waited: 60}])
    expect(state.answers.at(-1)).toEqual({...sync, waited: 80})
    expect(state.waited).toEqual({'still-syncing': 80})
    expect(back(plan, state).answers).toEqual(waiting.answers)
  })

  it('is gone at its limit, and the rest of the list remains', () => {
    const {state} = step(plan, waiting, {...sync, waited: 7200})
    const gone = offers(plan, state, seen({}, {cs: 'SyncTarget'}))
    expect(gone.map((offer) => offer.gone)).toEqual([undefined, 'limit', undefined, undefined])
    expect(step(plan, state, sync).misfits).toMatchObject([{kind: 'limit'}])
  })

  it('always comes to its limit', () => {
    const {state} = replay(plan, [
      ...waiting.answers,
      {...sync, waited: -1e9},
      {...sync, waited: NaN},
    ])
    expect(state.waited).toEqual({'still-syncing': 20})
  })

  it('begins anew at the next step', () => {
    expect(replay(plan, [...waiting.answers, sync, synced]).state.waited).toEqual({})
  })
})

describe('offers', () => {
  const {state} = start(plan)

  it('suggests the first choice that holds, and says why', () => {
    const list = offers(plan, state, seen({reach: 'yes', cs: 'StandAlone'}, {cs: 'StandAlone'}))
    expect(list.map(({holds, suggested}) => [holds, suggested])).toEqual([
      ['no', false],
      ['yes', true],
      ['no', false],
    ])
    expect(reasonInWords(list[1]!, state)).toBe('be1 shows cs=StandAlone; be2 shows cs=StandAlone')
    expect(reasonInWords(list[0]!, state)).toBe('be1 shows reach=yes, not no')
  })

  it('suggests nothing while a choice above is undecided', () => {
    const list = offers(plan, state, seen({reach: 'yes', cs: 'StandAlone'}))
    expect(list.map(({holds}) => holds)).toEqual(['no', 'unknown', 'unknown'])
    expect(list.some(({suggested}) => suggested)).toBe(false)
    expect(reasonInWords(list[1]!, state)).toBe('nobody has looked at cs of be2')
  })

  it('holds else when nothing else does', () => {
    const list = offers(plan, state, seen({reach: 'yes', cs: 'Connected'}, {cs: 'Connected'}))
    expect(list.map(({suggested}) => suggested)).toEqual([false, false, true])
  })

  it('takes a refusal by its absence, and any of them by its code', () => {
    const {state} = replay(plan, [look, keepBe1])
    const refused = offers(plan, state, seen({}, {refused: '-12'}))
    expect(refused[0]!.suggested).toBe(true)
    const saved = offers(plan, state, seen({}, {snapshot: 'yes'}))
    expect(saved.map(({suggested}) => suggested)).toEqual([false, true])
  })
})
