import type {EnvironmentEvent} from '@handrail/runbook'
import type {ClusterEvent} from '../vocabulary/event.ts'
import {nextChange} from './clock.ts'
import {wouldBeNew} from './ledger.ts'
import type {Setup} from './apply.ts'
import {type Cluster, type ClusterState, type Host, hosts} from './state.ts'
import {servingClients} from './traffic.ts'

type Happening = EnvironmentEvent<ClusterEvent>

const fault = (event: ClusterEvent): Happening => ({event, fault: true})
const repair = (event: ClusterEvent): Happening => ({event, fault: false})

function* hostFaults(host: Host): Generator<Happening> {
  const {name} = host
  if (host.power === 'on') {
    yield fault({kind: 'crash', host: name})
    yield fault({kind: 'hang', host: name})
    if (!host.full) yield fault({kind: 'fill-disk', host: name})
    if (host.mounted && !host.held) yield fault({kind: 'hold-device', host: name})
    if (host.medium && host.disk !== 'Diskless') yield fault({kind: 'fail-disk', host: name})
  }
  if (host.power === 'off') yield fault({kind: 'power-on', host: name, keepalived: false})
}

function* networkFaults(cluster: Cluster, setup: Setup): Generator<Happening> {
  const {replication, heartbeat} = cluster
  if (!setup.sharedNetwork && replication) yield fault({kind: 'cut', link: 'replication'})
  if (!setup.sharedNetwork && heartbeat) yield fault({kind: 'cut', link: 'heartbeat'})
  if (replication && heartbeat) yield fault({kind: 'cut', link: 'both'})
}

/** What comes right again without an operator: power returns, networks come back. */
function* repairs(cluster: Cluster, setup: Setup): Generator<Happening> {
  const {replication, heartbeat} = cluster
  for (const host of hosts(cluster)) {
    if (host.power === 'off') yield repair({kind: 'power-on', host: host.name})
  }
  if (!setup.sharedNetwork && !replication) yield repair({kind: 'heal', link: 'replication'})
  if (!setup.sharedNetwork && !heartbeat) yield repair({kind: 'heal', link: 'heartbeat'})
  if (!replication && !heartbeat) yield repair({kind: 'heal', link: 'both'})
}

/** Everything that may happen by itself in this state. */
export function environment(state: ClusterState, setup: Setup): readonly Happening[] {
  const cluster = state as Cluster
  const happenings = [
    ...networkFaults(cluster, setup),
    ...hosts(cluster).flatMap((host) => [...hostFaults(host)]),
    ...repairs(cluster, setup),
  ]
  const seconds = nextChange(state)
  if (seconds !== Infinity) happenings.push(repair({kind: 'wait', seconds}))
  if (servingClients(cluster).some((host) => wouldBeNew(cluster, host))) {
    happenings.push(repair({kind: 'write'}))
  }
  return happenings
}
