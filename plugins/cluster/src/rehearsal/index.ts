import type {RehearsedSystem} from '@handrail/runbook/rehearse'
import {createCluster, everySetting} from '../model/index.ts'
import {nameWrite} from '../model/ledger.ts'
import type {ClusterState} from '../model/state.ts'
import type {ClusterEvent} from '../vocabulary/event.ts'
import {scenarios} from './scenarios.ts'

const model = createCluster({reflexes: false})

/**
 * The cluster for rehearsals: every second counts, clients write all the time, the split-brain
 * policies are those that Chef ships, and nothing is left open: there is an initial state for each
 * way in which reality can go.
 */
export const rehearsedCluster: RehearsedSystem<ClusterState, ClusterEvent> = {
  ...model,
  initial: () =>
    everySetting({steadyWrites: true, policies: 'shipped'}).flatMap((settings) =>
      createCluster({settings}).initial(),
    ),
  environment: (state) =>
    model.environment(state).filter(({event: {kind}}) => kind !== 'wait' && kind !== 'write'),
  scenarios,
  work: ({writes}) => writes.map(nameWrite),
}
