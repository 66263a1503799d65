import {describe, expect, it} from 'vitest'
import {
  type Direction,
  type Generations,
  compareGenerations,
  justCreated,
  newerOf,
  overrideByDisks,
} from '../src/generations.ts'

/** `current bitmap younger older`, with a `!` where the side crashed as Primary. */
function side(text: string): Generations {
  const [current, bitmap, history1, history2] = text.replace('!', '').split(' ').map(Number)
  return {
    current: current!,
    bitmap: bitmap!,
    history1: history1!,
    history2: history2!,
    crashedPrimary: text.includes('!'),
  }
}

const nobody = {selfPrimary: false, peerPrimary: false, isSelfFirst: () => true}

describe('compares generations as drbd_uuid_compare does', () => {
  it.each<[string, string, string, Direction, number]>([
    ['both fresh', `${justCreated} 0 0 0`, `${justCreated} 0 0 0`, 0, 10],
    ['self fresh', `${justCreated} 0 0 0`, '5 0 4 3', -2, 20],
    ['peer fresh', '5 0 4 3', `${justCreated} 0 0 0`, 2, 30],
    ['a source that missed the end of a resync', '5 9 4 3', '5 0 9 4', 1, 34],
    ['a target whose peer missed it', '5 0 9 4', '5 9 4 3', -1, 35],
    ['a source whose peer failed to write', '5 9 4 3', '5 0 4 3', 1, 36],
    ['a target that failed to write', '5 0 4 3', '5 9 4 3', -1, 37],
    ['nothing happened', '5 0 4 3', '5 0 4 3', 0, 40],
    ['self crashed as Primary', '5 0 4 3 !', '5 0 4 3', 1, 40],
    ['peer crashed as Primary', '5 0 4 3', '5 0 4 3 !', -1, 40],
    ['self is what the peer started from', '5 0 4 3', '6 5 4 3', -1, 50],
    ['self is in the history of the peer', '5 0 4 3', '7 0 6 5', -2, 60],
    ['the peer is what self started from', '6 5 4 3', '5 0 4 3', 1, 70],
    ['the peer is in the history of self', '7 0 6 5', '5 0 4 3', 2, 80],
    ['both went on from the same', '6 5 4 3', '7 5 4 3', 100, 90],
    ['only the histories meet', '6 8 4 3', '7 9 3 2', -100, 100],
    ['nothing in common', '6 8 14 13', '7 9 3 2', -1000, 100],
  ])('%s', (_name, self, peer, direction, rule) => {
    expect(compareGenerations(side(self), side(peer), nobody)).toEqual({direction, rule})
    const back = compareGenerations(side(peer), side(self), nobody)
    expect(back.direction).toBe(Math.abs(direction) >= 100 ? direction : 0 - direction)
  })

  it('tosses where both crashed as Primary', () => {
    const crashed = side('5 0 4 3 !')
    expect(compareGenerations(crashed, crashed, nobody).direction).toBe(1)
    expect(
      compareGenerations(crashed, crashed, {...nobody, isSelfFirst: () => false}).direction,
    ).toBe(-1)
  })

  it('makes a Primary of now the source after a crash', () => {
    const roles = {...nobody, peerPrimary: true}
    expect(compareGenerations(side('5 0 4 3 !'), side('5 0 4 3'), roles)).toEqual({
      direction: -1,
      rule: 41,
    })
  })
})

describe('lets the disk states have the last word', () => {
  it.each<[Direction, boolean, boolean, Direction]>([
    [1, true, false, -1],
    [-1, false, true, 1],
    [2, true, false, -2],
    [100, true, false, -1],
    [-100, false, true, 2],
    [0, false, true, 1],
    [1, true, true, 1],
    [-1000, true, false, -1000],
  ])('%i, self inconsistent %s, peer %s', (direction, self, peer, decided) => {
    expect(overrideByDisks({direction, rule: 0}, self, peer).direction).toBe(decided)
  })
})

describe('tells a responder whose data is newer', () => {
  const identifiers = (text: string, more = {}) => ({
    ...side(text),
    consistent: true,
    primary: false,
    ...more,
  })
  it.each([
    ['6 5 4 3', '5 0 4 3', {}, {}, 'self'],
    ['5 0 4 3', '6 5 4 3', {}, {}, 'peer'],
    ['5 0 4 3', '5 0 4 3', {}, {}, 'same'],
    ['6 5 4 3', '7 5 4 3', {}, {}, 'diverged'],
    ['6 8 14 13', '7 9 3 2', {}, {}, 'unrelated'],
    ['6 5 4 3', '7 5 4 3', {consistent: false}, {}, 'peer'],
    ['5 0 4 3 !', '5 0 4 3 !', {}, {}, 'same'],
    ['5 0 4 3 !', '5 0 4 3', {}, {primary: true}, 'peer'],
  ])('%s against %s', (self, peer, ofSelf, ofPeer, newer) => {
    expect(newerOf(identifiers(self, ofSelf), identifiers(peer, ofPeer))).toBe(newer)
  })
})
