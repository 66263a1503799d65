import {type Reach, reachStates} from '@handrail/runbook/check'
import {expect, it} from 'vitest'
import {cluster} from '../../src/index.ts'

/** The states up to the exchange of the hosts. */
function classes({space, states}: Reach): Set<string> {
  const keys = states.map(({id}) => {
    const both = [id, space.mirror(id)].map((one) => cluster.canonical(space.state(one) as never))
    return both.sort()[0]!
  })
  return new Set(keys)
}

it.each([0, 1, 2])(
  'the states within %i faults are the same without the reduction by symmetry',
  {timeout: 120_000},
  (faults) => {
    const reduced = reachStates(cluster, {faults})
    const whole = reachStates(cluster, {faults, symmetry: false})
    expect(classes(reduced)).toEqual(classes(whole))
    expect(reduced.states).toHaveLength(classes(whole).size)
  },
)
