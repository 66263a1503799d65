import type {Reading} from '@handrail/runbook'
import {describe, expect, it} from 'vitest'
import {read} from '../../src/read/index.ts'
import {examplesOf, hintsOf, readerSpecs} from '../spec-examples.ts'

const facts = (observation: Readonly<Record<string, string>>): string =>
  Object.entries(observation)
    .map(([key, value]) => ` ${key}=${value}`)
    .sort()
    .join('')

/** A reading in the notation of the spec files. */
function show({observations, contradictions, assumptions, ignored}: Reading): string[] {
  return [
    ...Object.entries(observations.hosts).map(([host, seen]) => host + facts(seen)),
    ...(Object.keys(observations.cluster).length > 0
      ? [`cluster${facts(observations.cluster)}`]
      : []),
    ...contradictions.map((sentence) => `! ${sentence}`),
    ...assumptions.map((sentence) => `? ${sentence}`),
    ...(ignored.length > 0 ? [`- ${ignored.join(' ')}`] : []),
  ]
}

/** The expectation with its facts in order. */
const wanted = (expected: string): string[] =>
  expected
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      if (/^[!?-] /.test(line)) return line
      const [who = '', ...pairs] = line.split(' ')
      return [who, ...pairs.sort()].join(' ')
    })

describe.each(readerSpecs)('%s', (file) => {
  it.each(examplesOf(file).map((example) => [example.name, example] as const))(
    '%s',
    (_name, example) => {
      expect(show(read(example.input, hintsOf(example)))).toEqual(wanted(example.expected))
    },
  )

  it.each(examplesOf(file).map((example) => [example.name, example] as const))(
    '%s, with CRLF',
    (_name, example) => {
      const text = example.input.replaceAll('\n', '\r\n')
      expect(read(text, hintsOf(example))).toEqual(read(example.input, hintsOf(example)))
    },
  )
})

describe('reading', () => {
  it.each(['\u0007', '\u001b\\'])('leaves out titles of a terminal, however they end', (end) => {
    const {observations} = read(`\u001b]0;be2: drbdadm${end}StandAlone\n`, {host: 'be1'})
    expect(observations.hosts).toEqual({be1: {reach: 'yes', cs: 'StandAlone'}})
  })

  it('says what each line is', () => {
    const {understood} = read('root@be1:~# drbdadm cstate pc0\nStandAlone\n')
    expect(understood).toEqual([
      {line: 1, host: 'be1', meaning: 'a prompt'},
      {line: 2, host: 'be1', meaning: 'connection'},
    ])
  })

  it('sums up in plain words', () => {
    const text =
      'be1:\n 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----\nbe2:\n 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----\n'
    expect(read(text).summary).toEqual([
      'be1 has no replication connection and will not try for one (StandAlone), is Primary and believes its data to be current (UpToDate).',
      'be2 has no replication connection and will not try for one (StandAlone), is Primary and believes its data to be current (UpToDate).',
      'Both hosts are Primary: whatever each takes now, the other lacks.',
    ])
  })

  it('gives empty hands for nothing', () => {
    expect(read('')).toEqual({
      observations: {hosts: {}, cluster: {}},
      understood: [],
      ignored: [],
      contradictions: [],
      assumptions: [],
      summary: [],
    })
  })
})
