import type {Refusal} from '@handrail/runbook'
import {dropNetwork, goOnAlone} from './connection.ts'
import {considerResync} from './handshake.ts'
import {forgetMarks, loseDisk} from './ledger.ts'
import {clearFlags, freezeFlags, freshMetadata} from './metadata.ts'
import {exit, failure, stateError} from './refusal.ts'
import {abortResync} from './resync.ts'
import {type Cluster, type DiskState, type Host, isConnected, isSyncing, peerOf} from './state.ts'

/**
 * What the flags of the metadata make of the disk (R5). With `fencing dont-care` consistent data
 * that was up to date counts as up to date again: a belief, not a proof. `drbd_adm_attach`.
 */
function diskByFlags(host: Host): DiskState {
  const meta = host.meta!
  if (!meta.consistent) return 'Inconsistent'
  return meta.wasUpToDate ? 'UpToDate' : 'Outdated'
}

/** A Primary without a disk accepts only the data it lost. */
const isOtherData = (host: Host): boolean =>
  host.role === 'Primary' && !isConnected(host) && host.meta!.current !== host.exposed

/** Attaches the backing disk; `drbd_adm_attach`. Connected, the sides negotiate what it is worth. */
export function attach(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('127')
  if (host.disk !== 'Diskless') return failure('124')
  if (!host.medium) return failure('104')
  if (!host.meta) return failure('119')
  if (isOtherData(host)) return failure('150')
  const meta = host.meta
  meta.crashedPrimary ||= meta.primaryIndicator
  meta.currentPrimary = host.role === 'Primary'
  host.disk = diskByFlags(host)
  if (!isConnected(host) && meta.peerOutdated) host.peerDisk = 'Outdated'
  clearFlags(meta)
  if (isConnected(host) && peerOf(cluster, host).disk !== 'Diskless') considerResync(cluster, host)
  else if (isConnected(host) && host.disk === 'Outdated') host.disk = 'UpToDate'
  return undefined
}

/** The disk goes out of use under a running resource, by request or by an error. */
function leaveDisk(cluster: Cluster, host: Host): void {
  const seen = host.disk
  const peer = peerOf(cluster, host)
  if (host.meta) host.exposed = host.meta.current
  freezeFlags(cluster, host)
  if (isSyncing(host)) abortResync(cluster)
  host.disk = 'Diskless'
  if (isConnected(host)) goOnAlone(cluster, peer, seen)
}

/** `drbdadm detach`. Refused to a Primary that would have no data left. */
export function detach(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('127')
  if (host.disk === 'Diskless') return undefined
  const peer = peerOf(cluster, host)
  const peerHasData = isConnected(host) && peer.disk === 'UpToDate'
  if (host.role === 'Primary' && !peerHasData) return stateError('-2')
  const peerNeedsIt = isConnected(host) && peer.role === 'Primary' && peer.disk !== 'UpToDate'
  if (peerNeedsIt) return stateError('-10')
  leaveDisk(cluster, host)
  return undefined
}

/** An I/O error: `on-io-error detach`. Nothing on the disk can be read any more. */
export function failDisk(cluster: Cluster, host: Host): void {
  if (host.disk !== 'Diskless') leaveDisk(cluster, host)
  loseMedium(cluster, host)
  host.medium = false
}

/** What was on the disk is gone: data, metadata, snapshots beside it. */
function loseMedium(cluster: Cluster, host: Host): void {
  loseDisk(cluster, host.name)
  host.meta = null
  host.snapshot = null
}

/** A new, empty disk in place of the old one; it has to be out of use. */
export function replaceDisk(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.disk !== 'Diskless')
    return exit(1, `the disk of ${host.name} is in use: detach it first`)
  loseMedium(cluster, host)
  host.medium = host.blank = true
  host.damaged = false
  return undefined
}

/** `drbdadm up` at the boot goes on to connect where the attach failed; by hand it stops there. */
export function up(cluster: Cluster, host: Host, booting: boolean): Refusal | undefined {
  if (host.cs !== 'Unconfigured') return failure('161')
  dropNetwork(host)
  host.peerDisk = 'DUnknown'
  const refused = attach(cluster, host)
  if (!refused || booting) host.cs = 'WFConnection'
  return booting ? undefined : refused
}

/** DRBD forgets the resource; what matters stays in the metadata. */
export function forgetResource(cluster: Cluster, host: Host): void {
  freezeFlags(cluster, host)
  dropNetwork(host)
  host.cs = 'Unconfigured'
  host.disk = 'Diskless'
  host.role = 'Secondary'
  host.peerDisk = 'DUnknown'
  host.exposed = 0
}

const inUse = exit(20, "Device '0' is configured!")

/**
 * `drbdadm create-md` and `wipe-md`: refused while the disk is attached (R14). Afterwards the host
 * knows nothing of its data's history and can only become a target of a full resync.
 */
export function writeMetadata(
  cluster: Cluster,
  host: Host,
  verb: 'create-md' | 'wipe-md',
): Refusal | undefined {
  if (host.disk !== 'Diskless') return inUse
  if (!host.medium) return exit(20, 'open(/dev/opscode/drbd) failed: Input/output error')
  forgetMarks(cluster, host.name)
  host.meta = verb === 'create-md' ? freshMetadata() : null
  return undefined
}
