import {describe, expect, it} from 'vitest'
import type {ClusterOptions} from '../../src/index.ts'
import {play, seen} from './play.ts'

/*
 * `primary --force` on a machine that is new and empty. Whose data goes when it meets the host with
 * the data is up to what that host's metadata still knows, and to what the operator does next.
 */
const replaced = 'be1 keepalived stop; be1 replace host; be1 create-md'
const forced = `cut repl; ${replaced}; be1 up; be1 primary-force`

const lostBy = (story: string, options: ClusterOptions = {}) => {
  const {model, state} = play(story, options)
  return model.verdict(state).lost.length
}

describe.each(['full', 'skipped'] as const)('a cluster whose first copy was %s', (firstSync) => {
  const skipped = firstSync === 'skipped'

  it('fills a new machine that nobody forced', () => {
    const {state} = play(`${replaced}; be1 up`, {firstSync})
    expect(seen(state, 'be1')).toMatch(/^SyncTarget/)
    expect(lostBy(`write; ${replaced}; be1 up; wait 60`, {firstSync})).toBe(0)
  })

  it('does not let it be Primary beside a Primary, forced or not', () => {
    const {refusals} = play(`${replaced}; be1 up; be1 primary-force`, {firstSync})
    expect(refusals.map(({code}) => code)).toEqual(['-1'])
  })

  it('keeps the data of a host that is UpToDate when a forced one comes', () => {
    const {state} = play(`${forced}; heal repl`, {firstSync})
    expect([state.be1.cs, state.be2.cs]).toEqual(['StandAlone', 'StandAlone'])
    expect(state.mails).toBe(skipped ? 1 : 0)
    expect(lostBy(`${forced}; heal repl`, {firstSync})).toBe(0)
  })

  it('overwrites a mixture with the blanks of the forced one where no history says otherwise', () => {
    const mixture = 'crash be2; write; on be2; crash be1'
    const story = `${mixture}; ${forced.replace('be1 keepalived stop; ', '')}; heal repl`
    const {state} = play(story, {firstSync})
    if (skipped) expect(seen(state, 'be2')).toMatch(/^SyncTarget .* Inconsistent\/UpToDate/)
    else expect(seen(state, 'be2')).toBe('StandAlone Secondary/Unknown Inconsistent/DUnknown oos')
  })

  it('takes --discard-my-data on the survivor for an answer only where histories meet', () => {
    const story = `${forced}; be2 keepalived stop; be2 disconnect; be2 connect-discard; heal repl`
    const {state} = play(story, {firstSync})
    expect(seen(state, 'be2')).toMatch(skipped ? /^SyncTarget/ : /^StandAlone/)
    expect(lostBy(`${story}; wait 60`, {firstSync}) > 0).toBe(false)
  })

  it('lets a survivor be overwritten whose own metadata was made anew', () => {
    const story = `${forced}; be2 keepalived stop; be2 down; be2 create-md; be2 up; heal repl; wait 60`
    expect(seen(play(story, {firstSync}).state, 'be2')).toMatch(/^Connected .* UpToDate\/UpToDate/)
  })
})
