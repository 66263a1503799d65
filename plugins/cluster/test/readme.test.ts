import {describe, expect, it} from 'vitest'
import {cluster} from '../src/index.ts'
import {read} from '../src/read/index.ts'

describe('the examples of the README', () => {
  it('lose a write without a word', () => {
    let state = cluster.initial()[0]!
    for (const event of [
      {kind: 'cut', link: 'both'},
      {kind: 'write'},
      {kind: 'heal', link: 'both'},
    ] as const) {
      const next = cluster.apply(state, event)
      if (!cluster.isRefusal(next)) state = next
    }
    expect(cluster.verdict(state).lost).toEqual(['write 1 taken on be1'])
    expect(cluster.print(state, 'be1', 'drbdadm cstate pc0')).toBe('SyncTarget\n')
  })

  it('read what is there of a line that breaks off', () => {
    const {observations, assumptions} = read(' 0: cs:StandAlone ro:Primary/Unk', {host: 'be1'})
    expect(observations.hosts).toEqual({be1: {reach: 'yes', cs: 'StandAlone', ro: 'Primary'}})
    expect(assumptions).toEqual(['Line 1 breaks off: its last word was not read.'])
  })
})
