import type {Refusal} from '@handrail/runbook'
import type {DrbdVerb} from '../vocabulary/event.ts'
import {attach, detach, forgetResource, up, writeMetadata} from './backing-disk.ts'
import {connect, disconnect} from './connection.ts'
import {demote} from './demotion.ts'
import {markAll} from './ledger.ts'
import {promote} from './promotion.ts'
import {failure, ofResource, stateError} from './refusal.ts'
import {startResync} from './resync.ts'
import {type Cluster, type Host, isConnected, isSyncing, peerOf} from './state.ts'

type Verb = (cluster: Cluster, host: Host) => Refusal | undefined

/** `drbdadm down`: demote, disconnect, detach; stops where the first of them is refused. */
const down: Verb = (cluster, host) => {
  if (host.cs === 'Unconfigured') return undefined
  const refused = demote(host) ?? disconnect(cluster, host)
  if (refused) return ofResource(refused)
  forgetResource(cluster, host)
  return undefined
}

/**
 * `drbdadm outdate`. The data of a Primary is current by definition; one that lacks UpToDate data
 * already is refused for what its own disk is, like anybody else. `is_valid_soft_transition`.
 */
const outdate: Verb = (_cluster, host) => {
  if (host.cs === 'Unconfigured') return failure('127')
  if (isConnected(host)) return stateError('-6')
  if (host.disk === 'Diskless' || host.disk === 'Inconsistent') return stateError('-16')
  if (host.role === 'Primary') return stateError('-2')
  host.disk = 'Outdated'
  return undefined
}

/** What keeps a full resync by command from starting, in the order in which DRBD looks. */
function resyncObjection(host: Host, peer: Host): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('127')
  if (host.disk === 'Diskless') return failure('138')
  if (!isConnected(host)) return stateError('-15')
  if (peer.disk === 'Diskless') return stateError('-5')
  return isSyncing(host) ? stateError('-8') : undefined
}

/**
 * `drbdadm invalidate`: a full resync from the peer; without a network configuration only a note
 * that the local data is worth nothing (R14). `drbd_adm_invalidate`.
 */
const invalidate: Verb = (cluster, host) => {
  const peer = peerOf(cluster, host)
  if (host.cs === 'StandAlone' && host.role === 'Secondary' && host.disk !== 'Diskless') {
    host.disk = 'Inconsistent'
    markAll(host)
    return undefined
  }
  const refused = resyncObjection(host, peer)
  if (!refused) startResync(cluster, peer, host, true)
  return refused
}

/** `drbdadm invalidate-remote`, the other way round. `drbd_adm_invalidate_peer`. */
const invalidateRemote: Verb = (cluster, host) => {
  const peer = peerOf(cluster, host)
  if (host.cs === 'StandAlone' && host.role === 'Primary' && host.disk !== 'Diskless') {
    host.peerDisk = 'Inconsistent'
    markAll(host)
    return undefined
  }
  const refused = resyncObjection(host, peer)
  if (!refused) startResync(cluster, host, peer, true)
  return refused
}

/** Chef configures no `verify-alg`: it cannot run. */
const verify: Verb = (_cluster, host) => {
  if (host.cs === 'Unconfigured') return failure('127')
  return stateError(isConnected(host) ? '-14' : '-15')
}

/**
 * `drbdadm adjust`: up, attached, connected, as far as it can be, with the policies of the file; a
 * connected peer takes them over (`P_PROTOCOL_UPDATE`).
 */
const adjust: Verb = (cluster, host) => {
  if (host.cs === 'Unconfigured') return up(cluster, host, true)
  host.policies = host.policyFile
  if (isConnected(host)) peerOf(cluster, host).policies = host.policies
  const refused = host.disk === 'Diskless' ? attach(cluster, host) : undefined
  if (host.cs === 'StandAlone') connect(host, 'plain')
  return refused
}

const verbs: Readonly<Record<DrbdVerb, Verb>> = {
  adjust,
  attach,
  connect: (_cluster, host) => connect(host, 'plain'),
  'connect-discard': (_cluster, host) => connect(host, 'discard'),
  'connect-tentative': (_cluster, host) => connect(host, 'tentative'),
  'create-md': (cluster, host) => writeMetadata(cluster, host, 'create-md'),
  detach,
  disconnect,
  down,
  invalidate,
  'invalidate-remote': invalidateRemote,
  outdate,
  primary: (cluster, host) => promote(cluster, host),
  'primary-force': (cluster, host) => promote(cluster, host, true),
  secondary: (_cluster, host) => demote(host),
  up: (cluster, host) => up(cluster, host, false),
  verify,
  'wipe-md': (cluster, host) => writeMetadata(cluster, host, 'wipe-md'),
}

/** What `drbdadm` does on a host, or with which words it refuses. */
export const drbdadm = (cluster: Cluster, host: Host, verb: DrbdVerb): Refusal | undefined =>
  verbs[verb](cluster, host)
