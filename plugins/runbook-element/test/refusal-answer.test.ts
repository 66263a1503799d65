import {expect, test} from 'vitest'
import {type PlanChoice, planOf} from '@handrail/runbook'
import {refusalAnswer} from '../src/refusal-answer.ts'
import {exampleRunbook} from './example-runbook.ts'

const {steps} = planOf(exampleRunbook())
const [onLost, taken] = steps.find(({id}) => id === 'discard-the-other')!.choices as [
  PlanChoice,
  PlanChoice,
]
const [, , other] = steps[0]!.choices as [PlanChoice, PlanChoice, PlanChoice]

test('of the role that the command runs on', () => {
  expect(refusalAnswer([taken, onLost], {on: {kind: 'role', name: 'LOST'}})).toBe(onLost)
})

test('not of another role', () => {
  expect(refusalAnswer([taken, onLost], {on: {kind: 'role', name: 'GOOD'}})).toBeUndefined()
})

test('else the answer for everything that has none of its own', () => {
  expect(refusalAnswer([onLost, other], {on: {kind: 'host', name: 'be1'}})).toBe(other)
  expect(refusalAnswer([taken, other], {on: {kind: 'each'}})).toBe(other)
})

test('one that asks about any host goes before the answer for everything', () => {
  const anyHost = {
    ...onLost,
    condition: {
      ...onLost.condition,
      kind: 'terms',
      terms: [{who: {kind: 'one'}, key: 'refused', values: ['any']}],
    },
  } as unknown as PlanChoice
  expect(refusalAnswer([other, anyHost], {on: {kind: 'each'}})).toBe(anyHost)
  expect(refusalAnswer([other, anyHost], {on: {kind: 'host', name: 'be1'}})).toBe(anyHost)
})
