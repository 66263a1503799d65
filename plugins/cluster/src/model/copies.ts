import type {Refusal} from '@handrail/runbook'
import {
  copyData,
  dropSnapshot,
  forgetMarks,
  markAll,
  restoreSnapshotData,
  snapshotData,
} from './ledger.ts'
import {flagsOf} from './metadata.ts'
import {exit} from './refusal.ts'
import {
  type Cluster,
  type Host,
  copyMetadata,
  hasData,
  isConnected,
  peerOf,
  readFrom,
} from './state.ts'

/** A snapshot of the backing volume with the metadata that stands on it. One a host. */
export function takeSnapshot(cluster: Cluster, host: Host): Refusal | undefined {
  if (!host.medium) return exit(5, 'Failed to find logical volume "opscode/drbd"')
  if (host.snapshot)
    return exit(5, 'Logical Volume "keep" already exists in volume group "opscode"')
  const flags = host.disk !== 'Diskless' && flagsOf(cluster, host)
  const {blank, damaged} = host
  host.snapshot = {meta: host.meta && {...host.meta, ...flags}, blank, damaged}
  snapshotData(cluster, host.name)
  return undefined
}

/** The snapshot goes, and whatever only it still held. */
export function removeSnapshot(cluster: Cluster, host: Host): Refusal | undefined {
  if (!host.snapshot) return exit(5, 'Failed to find logical volume "opscode/keep"')
  host.snapshot = null
  dropSnapshot(cluster, host.name)
  return undefined
}

/** Merged back into the volume, which has to be out of use; the snapshot is used up. */
export function restoreSnapshot(cluster: Cluster, host: Host): Refusal | undefined {
  if (!host.snapshot) return exit(5, 'Failed to find logical volume "opscode/keep"')
  if (host.disk !== 'Diskless') return exit(5, "Can't merge over open origin volume.")
  restoreSnapshotData(cluster, host.name)
  forgetMarks(cluster, host.name)
  host.meta = host.snapshot.meta && copyMetadata(host.snapshot.meta)
  host.blank = host.snapshot.blank
  host.damaged = host.snapshot.damaged
  markAll(host)
  return removeSnapshot(cluster, host)
}

/** Copies the mounted data elsewhere; the last backup is the only one. */
export function takeBackup(cluster: Cluster, host: Host): Refusal | undefined {
  if (!host.mounted || !hasData(cluster, host)) return exit(1, 'the data is not mounted here')
  copyData(cluster, readFrom(cluster, host).name, 'backup')
  return undefined
}

/** Puts the backup in place of the mounted data: a change like any other, replicated if connected. */
export function restoreBackup(cluster: Cluster, host: Host): Refusal | undefined {
  if (!host.mounted || !hasData(cluster, host)) return exit(1, 'the data is not mounted here')
  if (host.services) return exit(1, 'stop the services first')
  const peer = peerOf(cluster, host)
  if (host.disk !== 'Diskless') copyData(cluster, 'backup', host.name)
  const replicated = isConnected(host) && peer.disk !== 'Diskless'
  if (replicated) copyData(cluster, 'backup', peer.name)
  else markAll(host)
  return undefined
}
