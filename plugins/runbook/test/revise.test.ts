import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {type Answer, planOf, replay, revise} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'

const text = readFileSync(new URL('fixtures/split-brain.md', import.meta.url), 'utf8')
const plan = planOf(readMarkdown(text, {path: 'split-brain.md'}).runbook!)

const look: Answer = {step: 'what-do-both-hosts-show', choice: 'both-are-standalone'}
const keepBe1: Answer = {step: 'who-has-the-data-that-matters', choice: 'be1-keeps-its-data'}
const keepBe2: Answer = {step: 'who-has-the-data-that-matters', choice: 'be2-keeps-its-data'}
const saved: Answer = {step: 'save-the-victims-data', choice: 'the-snapshot-is-there'}

const names = {hosts: {be1: 'athene', be2: 'hera'}}
const walked = replay(plan, [look, keepBe1, saved], names).state

describe('another answer in the place of an earlier one', () => {
  it('keeps every later answer if it is the same', () => {
    const {state, misfits} = revise(plan, walked, 0, look)
    expect(misfits).toEqual([])
    expect(state).toEqual(walked)
  })

  it('gives up what was seen of a host that has another role now', () => {
    const {state, misfits} = revise(plan, walked, 1, keepBe2)
    expect(state.step).toBe('save-the-victims-data')
    expect(state.bindings.roles).toEqual({SURVIVOR: 'be2', VICTIM: 'be1'})
    expect(misfits).toMatchObject([
      {kind: 'other-host', name: 'VICTIM', reason: 'It was about hera as VICTIM', answer: saved},
    ])
  })

  it('gives up what the new path does not come by', () => {
    const other = plan.steps[0]!.choices.find(({target}) => target.step?.startsWith('escalate'))!
    const {state, misfits} = revise(plan, walked, 0, {step: plan.steps[0]!.id, choice: other.id})
    expect(state.answers).toHaveLength(1)
    expect(misfits.map(({kind}) => kind)).toEqual(['elsewhere', 'elsewhere'])
  })

  it('changes nothing if the new answer does not fit itself', () => {
    const {state, misfits} = revise(plan, walked, 1, {...keepBe1, choice: 'nobody'})
    expect(state).toEqual(walked)
    expect(misfits.map(({kind}) => kind)).toEqual(['choice'])
  })
})
