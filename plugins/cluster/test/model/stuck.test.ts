import {describe, expect, it} from 'vitest'
import {createCluster, judge, plainSettings} from '../../src/index.ts'
import {play, seen} from './play.ts'

describe('a promotion that DRBD refuses', () => {
  it('is tried 300 times, a second each; the address stays all the while', () => {
    const {model, state, then} = play('cut hb')
    expect(model.observe(state, 'be2')).toMatchObject({
      vip: 'yes',
      ro: 'Secondary',
      status: 'inconsistent',
      transition: 'running',
    })
    expect(model.print(state, 'be2', 'tail /var/log/opscode/keepalived/cluster.log')).toContain(
      'Attempting DRBD primary takeover - attempts left 300',
    )
    const late = then('wait 299').state
    expect(late.be2.transition).toBe('promoting')
    const failed = then('wait 300').state
    expect(model.observe(failed, 'be2')).toMatchObject({
      vip: 'yes',
      status: 'inconsistent',
      transition: 'idle',
    })
    expect(judge(failed).needsHuman).toBe(true)
  })

  it('goes on at once when its peer gives way', () => {
    const {state} = play('cut hb; wait 100; be1 keepalived stop')
    expect(seen(state, 'be2')).toBe('Connected Primary/Secondary UpToDate/UpToDate')
    expect(judge(state).serviceUp).toBe(true)
  })

  it('given up, leaves nobody serving when the other one loses the election', () => {
    const {state, model} = play('cut hb; wait 300; heal hb')
    expect(judge(state)).toMatchObject({serviceUp: false, needsHuman: true})
    expect(model.observe(state, 'be2')).toMatchObject({vip: 'yes', ro: 'Secondary'})
    expect(judge(play('cut hb; wait 300; heal hb; be2 recover master').state).serviceUp).toBe(true)
  })

  it('cannot be called off: the running script ignores the new wish until it is done', () => {
    const {state, model, then} = play('cut hb; be2 keepalived stop')
    expect(model.observe(state, 'be2')).toMatchObject({
      status: 'backup',
      transition: 'running',
      vip: 'no',
    })
    const after = then('be1 keepalived stop').state
    expect(after.be2).toMatchObject({
      role: 'Secondary',
      mounted: false,
      current: 'backup',
      transition: 'idle',
    })
  })
})

describe('a demotion that is held up', () => {
  it('keeps Primary and mount, and its peer from promoting', () => {
    const {state, model, then} = play('hold-device be1; be1 keepalived stop')
    expect(model.observe(state, 'be1')).toMatchObject({
      ro: 'Primary',
      mounted: 'yes',
      services: 'down',
      held: 'yes',
      status: 'inconsistent',
    })
    expect(model.observe(state, 'be2')).toMatchObject({
      vip: 'yes',
      ro: 'Secondary',
      transition: 'running',
    })
    const released = then('release-device be1').state
    expect(judge(released).serviceUp).toBe(true)
    expect(seen(released, 'be2')).toMatch(/^Connected Primary/)
  })
})

describe('disks', () => {
  it('fail under a Primary, who goes on through its peer', () => {
    const {state} = play('fail-disk be1; write')
    expect(seen(state, 'be1')).toBe('Connected Primary/Secondary Diskless/UpToDate')
    expect(judge(state)).toMatchObject({serviceUp: true, redundancy: false})
  })

  it('are replaced and filled again', () => {
    const story = 'fail-disk be1; write; be1 replace disk; be1 create-md; be1 attach'
    const {state, refusals} = play(story)
    expect(refusals).toEqual([])
    expect(seen(state, 'be1')).toBe('SyncTarget Primary/Secondary Inconsistent/UpToDate oos')
    expect(judge(play(`${story}; wait 60`).state)).toMatchObject({
      serviceUp: true,
      redundancy: true,
    })
  })

  it('that are full stop the services, and no other host', () => {
    const {state, then} = play('fill-disk be1')
    expect(judge(state).serviceUp).toBe(false)
    expect(judge(then('free-space be1').state).serviceUp).toBe(true)
    expect(judge(then('be1 keepalived stop').state).serviceUp).toBe(true)
  })
})

describe('a lost resync', () => {
  it('leaves the target with a mixture that cannot be promoted but by force', () => {
    const story = 'crash be2; write; on be2; crash be1'
    const {state} = play(story)
    expect(seen(state, 'be2')).toMatch(/^WFConnection Secondary\/Unknown Inconsistent\/DUnknown/)
    expect(play(`${story}; be2 primary`).refusals.map(({code}) => code)).toEqual(['-2'])
    const forced = play(`${story}; be2 primary-force`)
    expect(seen(forced.state, 'be2')).toMatch(/^WFConnection Primary\/Unknown UpToDate/)
  })

  it('is taken up the same way round', () => {
    const {state} = play('crash be2; write; on be2; cut repl; heal repl')
    expect(seen(state, 'be2')).toMatch(/^SyncTarget/)
    expect(
      judge(play('crash be2; write; on be2; cut repl; heal repl; wait 60').state).redundancy,
    ).toBe(true)
  })
})

describe('without reflexes', () => {
  const options = {reflexes: false, settings: plainSettings}

  it('a backup takes over after four seconds', () => {
    const {then} = play('crash be1', options)
    expect(then('wait 3').state.be2.vrrp).toBe('BACKUP')
    expect(then('wait 4').state.be2.vrrp).toBe('MASTER')
  })

  it('and after one if the master says goodbye', () => {
    const {state, then} = play('be1 keepalived stop', options)
    expect(state.be2.vrrp).toBe('BACKUP')
    expect(then('wait 1').state.be2.vrrp).toBe('MASTER')
  })
})

describe('one network for both', () => {
  it('is cut and healed as one', () => {
    const model = createCluster({sharedNetwork: true, settings: plainSettings})
    const cuts = model.environment(model.initial()[0]!).filter(({event}) => event.kind === 'cut')
    expect(cuts.map(({event}) => event)).toEqual([{kind: 'cut', link: 'both'}])
  })
})
