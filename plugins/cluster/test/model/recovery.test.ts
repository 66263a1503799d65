import {describe, expect, it} from 'vitest'
import {judge, plainSettings} from '../../src/index.ts'
import {play, seen} from './play.ts'

const split = 'cut both; write; heal both'
const drbdFirst = {...plainSettings, healOrder: 'drbd-first'} as const

const other = {be1: 'be2', be2: 'be1'} as const

describe.each(['shipped', 'disconnect'] as const)(
  'recovery of a split brain, policies %s',
  (policies) => {
    it.each(['be1', 'be2'] as const)('%s keeps its data', (survivor) => {
      const victim = other[survivor]
      const story = [
        split,
        `${victim} snapshot take`,
        `${victim} keepalived stop`,
        `${survivor} recover master`,
        `${victim} connect-discard`,
        `${survivor} connect`,
      ].join('; ')
      const {state, model, refusals} = play(story, {policies, settings: drbdFirst})
      expect(refusals).toEqual([])
      expect(seen(state, victim)).toMatch(/^SyncTarget Secondary\/Primary Inconsistent/)
      const done = play(`${story}; wait 60; ${victim} keepalived start`, {
        policies,
        settings: drbdFirst,
      })
      expect(judge(done.state)).toMatchObject({serviceUp: true, redundancy: true})
      expect(model.verdict(done.state)).toMatchObject({
        served: true,
        redundant: true,
        standby: true,
        lost: [],
      })
      const cleaned = done.then(`${victim} snapshot remove`)
      expect(model.verdict(cleaned.state).lost).toEqual([
        `write ${victim === 'be1' ? 1 : 2} taken on ${victim}`,
      ])
    })
  },
)

describe('the policies that Chef ships', () => {
  it('roll back the Secondary without a word, and leave a line in the kernel log', () => {
    const {state, model} = play('cut both; write; be1 keepalived stop; heal both')
    expect(seen(state, 'be1')).toMatch(/^SyncTarget/)
    expect(model.verdict(state).lost).toEqual(['write 1 taken on be1'])
    expect(state.mails).toBe(0)
    expect(model.print(state, 'be1', 'dmesg')).toContain(
      'Split-Brain detected, 1 primaries, automatically solved. Sync from peer node',
    )
    expect(model.print(state, 'be2', 'dmesg')).toContain(
      'Split-Brain detected, 1 primaries, automatically solved. Sync from this node',
    )
  })

  it('leave two mounted Primaries StandAlone, with mail', () => {
    const {state, model} = play(split, {settings: drbdFirst})
    expect([state.be1.cs, state.be2.cs, state.mails]).toEqual(['StandAlone', 'StandAlone', 1])
    expect(model.print(state, 'be1', 'dmesg')).toContain(
      'Split-Brain detected but unresolved, dropping connection!',
    )
  })

  it('overrule --discard-my-data where both are Secondary', () => {
    const idle = `${split}; be1 keepalived stop; be2 keepalived stop`
    const {state} = play(`${idle}; be2 connect; be1 connect-discard`, {settings: drbdFirst})
    expect(seen(state, 'be1')).toMatch(/^SyncSource/)
    const asked = play(
      `${idle}; be1 policies disconnect; be2 policies disconnect; be2 connect; be1 connect-discard`,
      {
        settings: drbdFirst,
      },
    )
    expect(seen(asked.state, 'be1')).toMatch(/^SyncTarget/)
  })

  it('have to be the same on both hosts', () => {
    const {state} = play(`${split}; be1 policies disconnect; be1 connect; be2 connect`, {
      settings: drbdFirst,
    })
    expect([state.be1.cs, state.be2.cs]).toEqual(['StandAlone', 'StandAlone'])
    expect(state.mails).toBe(1)
  })
})

describe('one side left waiting', () => {
  it('shows no split brain in its log', () => {
    const {state, model} = play(split, {settings: {...drbdFirst, leftWaiting: 'be1'}})
    expect([state.be1.cs, state.be2.cs]).toEqual(['WFConnection', 'StandAlone'])
    expect(model.observe(state, 'be1')).toMatchObject({log: 'none'})
    expect(model.observe(state, 'be2')).toMatchObject({log: 'split-unresolved'})
  })
})

describe('a tentative connect', () => {
  it('says which way a resync would run and changes nothing', () => {
    const {state, model, then} = play(
      'cut repl; write; be2 disconnect; heal repl; be2 connect-tentative',
    )
    expect(seen(state, 'be2')).toMatch(/^StandAlone/)
    expect(seen(state, 'be1')).toMatch(/^WFConnection/)
    expect(model.observe(state, 'be2')).toMatchObject({tentative: 'target'})
    expect(model.print(state, 'be2', 'dmesg')).toContain(
      'dry-run connect: Would become SyncTarget, doing a bit-map based resync.',
    )
    expect(seen(then('be2 connect; wait 60').state, 'be2')).toMatch(/^Connected/)
  })

  it('is a handshake on both hosts: the log of each says what it would become', () => {
    const {state, model} = play('cut repl; write; be2 disconnect; heal repl; be2 connect-tentative')
    expect(model.observe(state, 'be1')).toMatchObject({cs: 'WFConnection', tentative: 'source'})
  })

  it('of a split brain that nobody resolves is told by both logs and one mail', () => {
    const {state, model} = play('cut both; write; be1 disconnect; heal repl; be1 connect-tentative')
    for (const host of ['be1', 'be2']) {
      expect(model.observe(state, host)).toMatchObject({
        log: 'split-unresolved',
        tentative: 'split',
      })
    }
    expect(state.mails).toBe(1)
  })
})
