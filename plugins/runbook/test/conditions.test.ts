import {describe, expect, it} from 'vitest'
import {parseCondition, type Condition} from '../src/index.ts'
import {evaluate, sightOf} from '../src/machine/evaluate.ts'
import {readSpec} from './spec-file.ts'

const head = {hosts: ['be1', 'be2'], roles: ['A', 'B']}
type Terms = Extract<Condition, {kind: 'terms'}>

function pairs(text = ''): Record<string, string> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string]))
}

function observations(text: string) {
  const lines = text.split('\n').map((line) => line.split(': ', 2))
  const {cluster = {}, ...hosts} = Object.fromEntries(
    lines.map(([who, rest]) => [who, pairs(rest)]),
  )
  return {hosts, cluster}
}

describe('conditions', () => {
  it.each(readSpec('conditions').examples)('$name (conditions.md:$line)', ({blocks}) => {
    const parsed = parseCondition(blocks.condition!, head)
    if (!('value' in parsed)) throw new Error(parsed.problem)
    const sight = sightOf(observations(blocks.seen!))
    const result = evaluate(parsed.value as Terms, sight, head, pairs(blocks.bound))
    const roles = Object.entries(result.roles).map(([role, host]) => `${role}=${host}`)
    const words = [result.holds, ...roles, ...(result.ambiguous ? ['ambiguous'] : [])]
    expect(words.join(' ')).toBe(blocks.judgement)
  })
})
