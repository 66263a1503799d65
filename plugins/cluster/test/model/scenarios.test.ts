import {describe, expect, it, vi} from 'vitest'
import {type Settings, judge, plainSettings} from '../../src/index.ts'
import {play, seen} from './play.ts'

// Every reachable state takes its time on a busy machine.
vi.setConfig({testTimeout: 120_000})

const inSync = [
  'Connected Primary/Secondary UpToDate/UpToDate',
  'Connected Secondary/Primary UpToDate/UpToDate',
]

const both = (state: Parameters<typeof seen>[0]): string[] => [
  seen(state, 'be1'),
  seen(state, 'be2'),
]

describe.each(['shipped', 'disconnect'] as const)('with the policies %s', (policies) => {
  const run = (story: string, settings: Settings = {}) =>
    play(story, {policies, settings: {...plainSettings, ...settings}})

  it.each([
    ['be2 dies and returns', 'crash be2; write; on be2; wait 60', inSync],
    ['be1 dies in sync and returns', 'crash be1; write; on be1; wait 60', inSync.toReversed()],
    [
      'a graceful failover',
      'be1 keepalived stop; write; be1 keepalived start',
      inSync.toReversed(),
    ],
    ['replication cut and healed', 'cut repl; write; heal repl; wait 60', inSync],
  ])('%s is fine', (_name, story, hosts) => {
    const {state} = run(story)
    expect(both(state)).toEqual(hosts)
    expect(judge(state)).toMatchObject({serviceUp: true, redundancy: true, dataDestroyed: false})
  })

  it('cuts only the heartbeat: the address on both, be1 serves, DRBD keeps be2 from promoting', () => {
    const {state, then} = run('cut hb')
    expect(both(state)).toEqual(inSync)
    expect(judge(state)).toMatchObject({dualVip: true, dualActive: false, needsHuman: false})
    const healed = then('heal hb').state
    expect(both(healed)).toEqual(inSync.toReversed())
    expect(judge(healed)).toMatchObject({serviceUp: true, redundancy: true, dataDestroyed: false})
  })

  it('serves stale data from be2 when be1 dies after replication was lost', () => {
    const {state, model} = run('cut repl; write; write; write; write; write; crash be1')
    expect(judge(state)).toMatchObject({serviceUp: true, stalePromotion: true, silentLoss: true})
    expect(model.verdict(state).dangers).toEqual([
      'acknowledged writes are missing where clients are served',
    ])
  })

  it('and when be1 returns, its lone writes depend on the policies', () => {
    const {state, model} = run(
      'cut repl; write; write; write; write; write; crash be1; heal repl; on be1',
    )
    const {lost} = model.verdict(state)
    if (policies === 'shipped') {
      expect(lost).toHaveLength(5)
      expect(judge(state)).toMatchObject({dataDestroyed: true, silentLoss: true})
    } else {
      expect(lost).toEqual([])
      expect(judge(state)).toMatchObject({needsHuman: true, silentLoss: false})
      expect(seen(state, 'be1')).toMatch(/^StandAlone Secondary/)
    }
  })

  it('both cut, both serve, VRRP heals first: the loser by address demotes', () => {
    const {state, model} = run('cut both; write; heal both')
    expect(model.verdict(state).lost).toEqual(
      policies === 'shipped' ? ['write 1 taken on be1'] : [],
    )
    expect(judge(state).silentLoss).toBe(policies === 'shipped')
    expect(seen(state, 'be1')).toMatch(policies === 'shipped' ? /^SyncTarget/ : /^StandAlone/)
  })

  it('both cut, both serve, DRBD heals first: both mounted, unresolved, mail', () => {
    const {state} = run('cut both; write; heal both', {healOrder: 'drbd-first'})
    expect(both(state)).toEqual([
      'StandAlone Secondary/Unknown UpToDate/DUnknown oos',
      'StandAlone Primary/Unknown UpToDate/DUnknown oos',
    ])
    expect(judge(state)).toMatchObject({dataDestroyed: false, silentLoss: false, needsHuman: true})
    expect(state.mails).toBe(1)
  })

  const bothSecondary =
    'cut repl; write; write; write; write; be1 keepalived stop; be2 keepalived stop; be1 disconnect; be2 disconnect'

  it('both Secondary: the newest has marked blocks, the stale one none', () => {
    const {state, model} = run(bothSecondary)
    expect(both(state)).toEqual([
      'StandAlone Secondary/Unknown UpToDate/DUnknown oos',
      'StandAlone Secondary/Unknown UpToDate/DUnknown',
    ])
    expect(judge(state).serviceUp).toBe(false)
    expect(model.observe(state)).toMatchObject({newer: 'diverged'})
  })

  it('both Secondary: promoting the one with fewer marked blocks loses the lone writes', () => {
    const {state, model} = run(
      `${bothSecondary}; be2 recover master; be2 connect; heal repl; be1 connect`,
    )
    const {lost} = model.verdict(state)
    expect(lost).toHaveLength(policies === 'shipped' ? 4 : 0)
  })

  it('both Secondary: an operator discards be1, and a policy be2', () => {
    const {state} = run(
      'cut both; write; be1 keepalived stop; be2 keepalived stop; be1 disconnect; be2 disconnect; heal both; be2 connect; be1 connect-discard',
    )
    expect(seen(state, 'be1')).toMatch(policies === 'shipped' ? /^SyncSource/ : /^SyncTarget/)
  })
})

describe('every sequence of four failures and returns', () => {
  const alphabet = (state: ReturnType<typeof play>['state']): string[] => [
    ...(['be1', 'be2'] as const).map((host) =>
      state[host].power === 'on' ? `crash ${host}` : `on ${host}`,
    ),
    ...(state.replication ? ['cut repl'] : []),
    ...(state.heartbeat ? ['cut hb'] : []),
    ...(state.replication && state.heartbeat ? ['cut both'] : ['heal both']),
  ]

  /** Follows every sequence; a write comes after every event, and then a resync has its time. */
  function sequences(depth: number) {
    const found: {story: string; state: ReturnType<typeof play>['state']}[] = []
    let level = ['']
    for (let length = 1; length <= depth; length++) {
      const stories = level.flatMap((story) =>
        alphabet(play(story, {settings: {...plainSettings, steadyWrites: true}}).state).map(
          (next) => `${story}${story && '; '}${next}; wait 60`,
        ),
      )
      level = stories
      for (const story of stories) {
        const {state} = play(story, {settings: {...plainSettings, steadyWrites: true}})
        found.push({story: story.replaceAll('; wait 60', ''), state})
      }
    }
    return found
  }

  const all = sequences(4)
  const shortest = (test: (state: ReturnType<typeof play>['state']) => boolean): string[] => {
    const bad = all.filter(({state}) => test(state)).map(({story}) => story)
    const length = Math.min(...bad.map((story) => story.split(';').length))
    return bad.filter((story) => story.split(';').length === length)
  }

  it('are 452', () => {
    expect(all).toHaveLength(452)
  })

  it('finds the shortest ways to each kind of trouble', () => {
    expect(shortest((state) => judge(state).dualActive)).toEqual(['cut both'])
    expect(shortest((state) => judge(state).dualVip && !judge(state).dualActive)).toEqual([
      'cut hb',
    ])
    expect(shortest((state) => judge(state).stalePromotion && !judge(state).dualActive)).toContain(
      'cut repl; crash be1',
    )
    expect(shortest((state) => judge(state).dataDestroyed && judge(state).silentLoss)).toEqual([
      'cut both; heal both',
    ])
  })

  it('finds the loss after both went down one after the other, where no boot waits', () => {
    const found = all.find(({story}) => story === 'crash be1; crash be2; on be1; on be2')!
    expect(judge(found.state)).toMatchObject({dataDestroyed: true, silentLoss: true})
  })
})

describe('a boot that waits for its peer', () => {
  const settings = {...plainSettings, bootWait: true}

  it('keeps the stale host from serving', () => {
    const {state, then} = play('crash be1; write; crash be2; on be1', {settings})
    expect(state.be1).toMatchObject({awaitsPeer: true, keepalived: false})
    expect(judge(state).serviceUp).toBe(false)
    const met = then('on be2; wait 60').state
    expect(judge(met)).toMatchObject({serviceUp: true, redundancy: true, dataDestroyed: false})
    expect(met.be1.awaitsPeer).toBe(false)
  })

  it('ends when somebody says so', () => {
    const {state} = play('crash be1; write; crash be2; on be1; end-boot-wait be1', {settings})
    expect(judge(state)).toMatchObject({serviceUp: true, stalePromotion: true})
  })
})
