import {describe, expect, it, vi} from 'vitest'
import {
  type ClusterEvent,
  type ClusterState,
  cluster,
  createCluster,
  everySetting,
  plainSettings,
} from '../../src/index.ts'
import {reachable} from './explore.ts'

// Every reachable state takes its time on a busy machine.
vi.setConfig({testTimeout: 120_000})

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

const exchange = <T extends ClusterEvent>(event: T): T =>
  'host' in event ? {...event, host: event.host === 'be1' ? 'be2' : 'be1'} : event

const keys = (states: readonly unknown[]): string[] =>
  states.map((state) => cluster.canonical(state as ClusterState)).sort()

describe('states', () => {
  const one = reachable(cluster, 1)
  const two = reachable(cluster, 2)

  it('are finite and few', () => {
    expect(one.size).toBeLessThan(500)
    expect(two.size).toBeLessThan(8_000)
  })

  it('are never changed', () => {
    for (const state of one.values()) {
      deepFreeze(state)
      for (const {event} of cluster.environment(state)) cluster.outcomes!(state, event)
      for (const event of cluster.operations(state)) cluster.outcomes!(state, event)
    }
  })

  it('follow from one another in the same way with the hosts exchanged', () => {
    const ways = (
      state: ClusterState,
      event: ClusterEvent,
      view: (next: ClusterState) => ClusterState,
    ) =>
      cluster.outcomes!(state, event)
        .filter((result): result is ClusterState => !cluster.isRefusal(result))
        .map((next) => cluster.canonical(view(next)))
        .sort()
        .join()
    const differing: string[] = []
    const compare = (state: ClusterState, event: ClusterEvent): void => {
      const image = cluster.mirror!(state)
      if (ways(state, event, cluster.mirror!) !== ways(image, exchange(event), (next) => next)) {
        differing.push(cluster.describe(event))
      }
    }
    for (const state of one.values()) {
      expect(cluster.canonical(cluster.mirror!(cluster.mirror!(state)))).toBe(
        cluster.canonical(state),
      )
      for (const event of cluster.operations(state)) compare(state, event)
    }
    for (const state of two.values()) {
      for (const {event} of cluster.environment(state)) compare(state, event)
    }
    expect(differing).toEqual([])
  })

  it('with one key look the same, are judged alike and go on alike', () => {
    const first = new Map<string, ClusterState>()
    const looks = (state: ClusterState) => ({
      seen: [cluster.observe(state), cluster.observe(state, 'be1'), cluster.observe(state, 'be2')],
      verdict: {
        ...cluster.verdict(state),
        lost: cluster.verdict(state).lost.length > 0,
        dangers: cluster.verdict(state).dangers.length,
      },
      next: cluster
        .environment(state)
        .map(({event, fault}) => [event.kind, fault, keys(cluster.outcomes!(state, event))]),
    })
    reachable(cluster, 1, (_state, _event, next) => {
      const key = cluster.canonical(next)
      const known = first.get(key)
      if (known) expect(looks(next)).toEqual(looks(known))
      else first.set(key, next)
    })
  })

  it('left open cover every setting fixed', () => {
    const open = new Set(two.keys())
    const disconnect = {...plainSettings, policies: 'disconnect'} as const
    for (const settings of [...everySetting({policies: 'shipped'}), disconnect]) {
      const fixed = createCluster({settings})
      for (const key of reachable(fixed, 1).keys()) expect(open.has(key)).toBe(true)
    }
  })

  it('show only values that the vocabulary lists', () => {
    const allowed = new Map(cluster.keys.map(({key, of, values}) => [`${of} ${key}`, values]))
    const strange = new Set<string>()
    for (const state of two.values()) {
      for (const host of [undefined, 'be1', 'be2']) {
        for (const [key, value] of Object.entries(cluster.observe(state, host))) {
          const name = `${host ? 'host' : 'cluster'} ${key}`
          if (!allowed.get(name)?.includes(value)) strange.add(`${name}=${value}`)
        }
      }
    }
    expect([...strange]).toEqual([])
  })
})

describe('operations', () => {
  it('either change something or are refused with words', () => {
    for (const state of reachable(cluster, 1).values()) {
      for (const event of cluster.operations(state)) {
        for (const result of cluster.outcomes!(state, event)) {
          if (cluster.isRefusal(result)) expect(result.text).not.toBe('')
        }
      }
    }
  })

  it('give apply the first of the outcomes', () => {
    for (const state of reachable(cluster, 1).values()) {
      for (const {event} of cluster.environment(state)) {
        expect(cluster.apply(state, event)).toEqual(cluster.outcomes!(state, event)[0])
      }
    }
  })
})
