import type {ClusterEvent, DrbdVerb, HostName, Link} from '../vocabulary/event.ts'
import {nextChange} from './clock.ts'
import {type Cluster, type ClusterState, type Host, hosts, isConnected} from './state.ts'

/** What `drbdadm` could do for this host now; what would be refused for sure is left out. */
function verbsFor(host: Host): readonly DrbdVerb[] {
  if (host.cs === 'Unconfigured') return ['up', 'create-md', 'wipe-md']
  const role: readonly DrbdVerb[] =
    host.role === 'Primary' ? ['secondary'] : ['primary', 'primary-force']
  const disk: readonly DrbdVerb[] =
    host.disk === 'Diskless' ? ['attach', 'create-md'] : ['detach', 'invalidate']
  if (isConnected(host)) return [...role, ...disk, 'invalidate-remote', 'disconnect', 'down']
  const connect: readonly DrbdVerb[] =
    host.cs === 'StandAlone' ? ['connect', 'connect-discard'] : ['disconnect']
  return [...role, ...disk, ...connect, 'down', 'adjust']
}

function* onRunningHost(host: Host): Generator<ClusterEvent> {
  const on = host.name
  for (const verb of verbsFor(host)) yield {kind: 'drbdadm', host: on, verb}
  yield {kind: 'keepalived', host: on, verb: host.keepalived ? 'stop' : 'start'}
  yield {kind: 'services', host: on, verb: host.services ? 'stop' : 'start'}
  if (host.transition === 'idle') {
    yield {kind: 'cluster-script', host: on, verb: 'master'}
    yield {kind: 'cluster-script', host: on, verb: 'backup'}
  }
  yield {kind: host.mounted ? 'unmount' : 'mount', host: on}
  if (host.blank && host.role === 'Primary') yield {kind: 'make-filesystem', host: on}
  if (host.damaged && host.role === 'Primary') yield {kind: 'check-filesystem', host: on}
  if (host.held) yield {kind: 'release-device', host: on}
  if (host.full) yield {kind: 'free-space', host: on}
  if (host.awaitsPeer) {
    yield {kind: 'end-boot-wait', host: on}
    yield {kind: 'end-boot-wait', host: on, keepalived: false}
  }
  if (!host.snapshot && host.medium) yield {kind: 'snapshot', host: on, verb: 'take'}
  if (host.snapshot) yield {kind: 'snapshot', host: on, verb: 'restore'}
  if (host.mounted) yield {kind: 'backup', host: on, verb: 'take'}
  if (host.mounted && !host.services) yield {kind: 'backup', host: on, verb: 'restore'}
}

function* onHost(host: Host): Generator<ClusterEvent> {
  const on = host.name
  if (host.power === 'on') yield* onRunningHost(host)
  if (host.power === 'off') yield* boots(on)
  else yield {kind: 'power-off', host: on}
  if (!host.medium && host.disk === 'Diskless') yield {kind: 'replace', host: on, part: 'disk'}
  yield {kind: 'replace', host: on, part: 'host'}
}

function* boots(host: HostName): Generator<ClusterEvent> {
  yield {kind: 'power-on', host}
  yield {kind: 'power-on', host, keepalived: false}
}

function* onNetwork(cluster: Cluster): Generator<ClusterEvent> {
  const down: Link[] = []
  if (!cluster.replication) down.push('replication')
  if (!cluster.heartbeat) down.push('heartbeat')
  if (down.length === 2) down.push('both')
  for (const link of down) yield {kind: 'heal', link}
  if (cluster.replication) yield {kind: 'cut', link: 'replication'}
}

/** Everything an operator could try in this state. */
export function operations(state: ClusterState): readonly ClusterEvent[] {
  const cluster = state as Cluster
  const seconds = nextChange(state)
  return [
    ...hosts(cluster).flatMap((host) => [...onHost(host)]),
    ...onNetwork(cluster),
    ...(seconds === Infinity ? [] : [{kind: 'wait', seconds} as const]),
  ]
}
