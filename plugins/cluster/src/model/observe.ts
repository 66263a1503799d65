import type {Observation} from '@handrail/runbook'
import {type Identifiers, newerOf} from '../generations.ts'
import type {HostName} from '../vocabulary/event.ts'
import {isInconsistent} from './cluster-script.ts'
import {countMarks} from './ledger.ts'
import {flagsOf} from './metadata.ts'
import {servicesRun} from './services.ts'
import {
  type Cluster,
  type ClusterState,
  type Host,
  type Metadata,
  hosts,
  isConnected,
  isSyncing,
  peerOf,
  seenPeerDisk,
} from './state.ts'
import {servingClients} from './traffic.ts'

const yesNo = (fact: boolean): 'yes' | 'no' => (fact ? 'yes' : 'no')

/** `/proc/drbd` shows nothing but `cs:Unconfigured`, or no device at all. */
export const isUnconfigured = (host: Host): boolean =>
  host.cs === 'Unconfigured' ||
  (host.cs === 'StandAlone' && host.disk === 'Diskless' && host.role === 'Secondary')

/** Blocks marked out of sync, as `/proc/drbd` counts them: without a disk there is no bitmap. */
export const marks = (cluster: Cluster, host: Host): number =>
  host.disk === 'Diskless' ? 0 : countMarks(cluster, host)

function observeDrbd(cluster: Cluster, host: Host): Observation {
  if (isUnconfigured(host)) return {cs: 'Unconfigured'}
  const dirty = isSyncing(host) || marks(cluster, host) > 0
  return {
    cs: host.cs,
    ro: host.role,
    'peer-ro': isConnected(host) ? peerOf(cluster, host).role : 'Unknown',
    ds: host.disk,
    'peer-ds': seenPeerDisk(cluster, host),
    oos: dirty ? 'some' : '0',
  }
}

const logOf = ({lastSplit}: Host): string => {
  if (!lastSplit) return 'none'
  return lastSplit.solved === 'no' ? 'split-unresolved' : 'split-solved'
}

function observeHost(cluster: Cluster, host: Host): Observation {
  if (host.power !== 'on') return {reach: 'no'}
  return {
    reach: 'yes',
    ...observeDrbd(cluster, host),
    vip: yesNo(host.vrrp === 'MASTER'),
    mounted: yesNo(host.mounted),
    keepalived: host.keepalived ? 'running' : 'stopped',
    ...(host.vrrp !== 'OFF' && {vrrp: host.vrrp === 'MASTER' ? 'master' : 'backup'}),
    status: isInconsistent(host) ? 'inconsistent' : host.current,
    transition: host.transition === 'idle' ? 'idle' : 'running',
    services: servicesRun(host) ? 'up' : 'down',
    log: logOf(host),
    tentative: host.tentative,
    space: host.full ? 'full' : 'ok',
    held: yesNo(host.held),
    snapshot: yesNo(host.snapshot !== null),
  }
}

/** The metadata with its flags as they are now; undefined where nobody can read it. */
export function readableMetadata(cluster: Cluster, host: Host): Metadata | undefined {
  if (host.power !== 'on' || !host.medium || !host.meta) return undefined
  return host.disk === 'Diskless' ? host.meta : {...host.meta, ...flagsOf(cluster, host)}
}

function identifiersOf(cluster: Cluster, host: Host): Identifiers | undefined {
  const meta = readableMetadata(cluster, host)
  return meta && {...meta, primary: meta.primaryIndicator}
}

function observeNewer(cluster: Cluster): Observation {
  const be1 = identifiersOf(cluster, cluster.be1)
  const be2 = identifiersOf(cluster, cluster.be2)
  if (!be1 || !be2) return {}
  const newer = newerOf(be1, be2)
  return {newer: newer === 'self' ? 'be1' : newer === 'peer' ? 'be2' : newer}
}

function observeCluster(cluster: Cluster): Observation {
  const reachable = hosts(cluster).filter((host) => host.power === 'on').length
  return {
    ...observeNewer(cluster),
    ...(reachable > 0 && {
      heartbeat: yesNo(reachable === 2 && cluster.heartbeat),
      replication: yesNo(reachable === 2 && cluster.replication),
    }),
    served: yesNo(servingClients(cluster).length > 0),
  }
}

/** What a responder sees of a host now; without a host, of the cluster as a whole. */
export function observe(state: ClusterState, host?: HostName): Observation {
  const cluster = state as Cluster
  return host === undefined ? observeCluster(cluster) : observeHost(cluster, cluster[host])
}
