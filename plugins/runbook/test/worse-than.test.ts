import {expect, test} from 'vitest'
import {worseThan} from '../src/check/worse-than.ts'

const ends = {done: 2, serving: 1, escalate: 0}
const kept = {states: 3, ends, unreached: ['rare'], answers: ['look.it-serves: → #end']}

test('nothing is worse than the same', () => {
  expect(worseThan(kept, kept)).toEqual([])
})

test('what fewer states come to, and what is answered otherwise, is told', () => {
  const now = {states: 2, ends: {...ends, done: 1}, unreached: [], answers: ['look.else: → #end']}
  expect(worseThan(kept, now)).toEqual([
    'Only 2 states are covered, 3 before.',
    'Only 1 states can end in `Done:`, 2 before.',
    'Nobody answered before look.else: → #end.',
    'Nobody answers any more look.it-serves: → #end.',
  ])
})

test('what other runbooks lead to is missed only if they were followed, too', () => {
  const alone = {...kept, unreached: ['rare', 'end'], answers: []}
  expect(worseThan(kept, alone, false)).toEqual([])
  expect(worseThan(kept, alone)).toEqual([
    'The step end is not reached any more.',
    'Nobody answers any more look.it-serves: → #end.',
  ])
})
