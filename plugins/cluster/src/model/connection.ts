import type {Refusal} from '@handrail/runbook'
import {empty} from '../generations.ts'
import {rotateCurrent} from './metadata.ts'
import {failure, ofConnection, stateError} from './refusal.ts'
import {
  type Cluster,
  type ConnectMode,
  type DiskState,
  type Host,
  hasData,
  hosts,
  isConnected,
  peerOf,
} from './state.ts'

/** What of a lost peer's disk is remembered: only what says that it is not good (`sanitize_state`). */
const remembered = (disk: DiskState): Host['peerDisk'] =>
  disk === 'Inconsistent' || disk === 'Outdated' ? disk : 'DUnknown'

/**
 * Somebody writes, and from now on to this disk alone: a new generation starts, unless there already
 * is one against this peer (R2). `lost` is the disk that went out of sight.
 * `lost_contact_to_peer_data`, `after_state_ch`.
 */
export function goOnAlone(cluster: Cluster, host: Host, lost: DiskState): void {
  if (lost === 'Diskless' || lost === 'Outdated' || host.disk !== 'UpToDate') return
  const peerWrites = isConnected(host) && peerOf(cluster, host).role === 'Primary'
  if ((host.role === 'Primary' || peerWrites) && host.meta!.bitmap === empty) {
    rotateCurrent(cluster, host)
  }
}

/**
 * This host loses its peer, and goes to `next`. Nothing happens if it had none (R2), or if it hangs:
 * then it stands still and notices nothing.
 */
export function loseContact(
  cluster: Cluster,
  host: Host,
  next: 'WFConnection' | 'StandAlone' = 'WFConnection',
): void {
  if (!isConnected(host) || host.power === 'hung') return
  const peer = peerOf(cluster, host)
  if (host.disk === 'Diskless' && peer.meta) host.exposed = peer.meta.current
  host.cs = next
  host.peerDisk = remembered(peer.disk)
  cluster.syncLeft = 0
  if (next === 'StandAlone') dropNetwork(host)
  goOnAlone(cluster, host, peer.disk)
}

/** Without a network configuration there is nothing left that it could say. */
export function dropNetwork(host: Host): void {
  host.cs = 'StandAlone'
  host.mode = 'plain'
  host.policies = host.policyFile
}

/**
 * `drbdadm connect`, with or without a flag (R14). `drbd_adm_connect`; kernels that compare the
 * addresses before they look at the connection say (102), of the address in use, in place of (125).
 */
export function connect(host: Host, mode: ConnectMode): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('158')
  if (host.cs !== 'StandAlone') return failure('125')
  if (mode === 'discard' && host.role === 'Primary') return failure('123')
  host.cs = 'WFConnection'
  host.mode = mode
  host.policies = host.policyFile
  return undefined
}

/** Whether the host, a Primary, would be left without data by losing its connection. */
const depends = (cluster: Cluster, host: Host): boolean =>
  host.role === 'Primary' && host.disk !== 'UpToDate' && hasData(cluster, host)

/**
 * `drbdadm disconnect`: this host goes StandAlone, its peer waits in WFConnection. Without fencing
 * nobody is outdated by it. A Primary that reads through the connection keeps it.
 */
export function disconnect(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('162')
  const peer = peerOf(cluster, host)
  if (isConnected(host)) {
    if (depends(cluster, host)) return ofConnection(stateError('-2'))
    if (depends(cluster, peer)) return ofConnection(stateError('-10'))
    loseContact(cluster, host, 'StandAlone')
    loseContact(cluster, peer)
  }
  dropNetwork(host)
  return undefined
}

/** The network between the hosts is gone. */
export function partNetwork(cluster: Cluster): void {
  for (const host of hosts(cluster)) if (host.power === 'on') loseContact(cluster, host)
}
