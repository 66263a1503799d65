import {type KeySpec, parseCondition} from '@handrail/runbook'
import {expect, it} from 'vitest'
import {conditionWords} from '../src/runbook/condition-words.ts'
import {english as words} from '../src/words.ts'

const names = {hosts: ['be1', 'be2'], roles: ['RUNNING', 'STOPPED']}
const key = (name: string, of: KeySpec['of'], says?: KeySpec['says']): KeySpec => ({
  key: name,
  of,
  values: Object.keys(says ?? {}),
  shownBy: [],
  doc: '',
  ...(says && {says}),
})
const keys = [
  key('pump', 'host', {on: 'pumps', off: 'does not pump'}),
  key('tank', 'host', {full: 'has a full tank'}),
  key('water', 'cluster', {no: 'there is no water'}),
]

function told(text: string, unbound = false): string {
  const parsed = parseCondition(text, names)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return conditionWords(parsed.value, {words, keys, unbound})
}

it('tells a condition in the words of the system', () => {
  expect(told('both: pump=off')).toBe('Each host does not pump')
  expect(told('be1: pump=on|off and tank=full')).toBe(
    'be1 pumps or does not pump and has a full tank',
  )
  expect(told('one: pump=on and one: tank=full')).toBe(
    'One host pumps, and the other host has a full tank',
  )
  expect(told('cluster: water=no and both: pump=off')).toBe(
    'There is no water, and each host does not pump',
  )
})

it('calls the hosts one and the other where nobody has bound the roles', () => {
  const text = 'RUNNING: pump=on and STOPPED: pump=off and RUNNING: tank=full'
  expect(told(text)).toBe('RUNNING pumps, and STOPPED does not pump, and RUNNING has a full tank')
  expect(told(text, true)).toBe(
    'One host pumps, and the other host does not pump, and one host has a full tank',
  )
})

it('shows what the system has no words for as it is printed', () => {
  expect(told('both: pump=off|broken and valve=shut')).toBe(
    'Each host shows pump=off|broken and shows valve=shut',
  )
})
