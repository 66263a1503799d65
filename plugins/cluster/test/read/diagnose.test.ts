import type {Plan} from '@handrail/runbook'
import {describe, expect, it} from 'vitest'
import {diagnose} from '../../src/read/diagnose.ts'
import {read} from '../../src/read/index.ts'

const split: Plan = {
  name: 'split-brain',
  title: 'Split brain',
  language: 'en',
  version: '1',
  head: {
    hosts: ['be1', 'be2'],
    roles: [],
    values: [],
    covers: [{kind: 'terms', terms: [{who: {kind: 'both'}, key: 'cs', values: ['StandAlone']}]}],
    unproven: [],
    needs: [],
  },
  steps: [
    {
      id: 'look',
      number: 1,
      title: 'What do both hosts show?',
      commands: [],
      choices: [
        {
          id: 'both-standalone',
          words: 'Both are StandAlone',
          condition: {
            kind: 'terms',
            terms: [{who: {kind: 'both'}, key: 'cs', values: ['StandAlone']}],
          },
          bindings: [],
          target: {step: 'decide'},
        },
      ],
    },
    {
      id: 'decide',
      number: 2,
      title: 'Who has the data that matters?',
      commands: [],
      choices: [{id: 'be1', words: 'be1', bindings: [], target: {step: 'look'}}],
    },
  ],
}

const standAlone = ' 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----\n'

describe('diagnose', () => {
  it('names the state, what it means, and the runbook and step that fit', () => {
    const diagnosis = diagnose(read(`be1:\n${standAlone}be2:\n${standAlone}`), [split])
    expect(diagnosis.state[0]).toMatch(/^be1 has no replication connection/)
    expect(diagnosis.meaning).toEqual([
      'Both hosts are Primary: whatever is written now will be lost on one side.',
      'A host is StandAlone: it will not connect again by itself, and there is a reason for it.',
    ])
    expect(diagnosis.fits).toEqual([
      {
        runbook: 'split-brain',
        title: 'Split brain',
        step: 'decide',
        stepTitle: 'Who has the data that matters?',
      },
    ])
  })

  it('offers nothing where not enough was seen', () => {
    expect(diagnose(read(standAlone, {host: 'be1'}), [split]).fits).toEqual([])
    expect(diagnose(read(''), [split])).toEqual({state: [], meaning: [], fits: []})
  })
})
