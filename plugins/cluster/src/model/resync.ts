import {clearMarks, copyData, countMarks, keepCommonData, mergeMarks} from './ledger.ts'
import {newGeneration, retireBitmap} from './metadata.ts'
import {type Cluster, type Host, isSyncing} from './state.ts'

/** Seconds a resync takes here. In reality it depends on what is marked and on the rate. */
export const resyncSeconds = 60

/**
 * Starts a resync (R11). The source's bitmap generation, or a fresh one if it had none, becomes the
 * sync generation: it is the source's bitmap and the target's current until the end, so that an
 * interrupted resync is taken up the same way round. `receive_bitmap`,
 * `drbd_gen_and_send_sync_uuid`, `receive_sync_uuid` (proto 96 and later).
 */
export function startResync(cluster: Cluster, source: Host, target: Host, full: boolean): void {
  const sourceMeta = source.meta!
  const targetMeta = target.meta!
  const crashed = targetMeta.crashedPrimary || sourceMeta.crashedPrimary
  if (full) sourceMeta.allMarked = true
  mergeMarks(cluster)
  const primary = sourceMeta.bitmapPrimary
  retireBitmap(sourceMeta)
  sourceMeta.bitmap = newGeneration(cluster)
  sourceMeta.bitmapPrimary = primary
  targetMeta.current = sourceMeta.bitmap
  targetMeta.currentPrimary = target.role === 'Primary'
  targetMeta.bitmap = 0
  targetMeta.bitmapPrimary = false
  source.cs = 'SyncSource'
  target.cs = 'SyncTarget'
  source.disk = 'UpToDate'
  target.disk = 'Inconsistent'
  source.peerDisk = target.peerDisk = 'DUnknown'
  keepCommonData(cluster, target.name)
  if (countMarks(cluster, source) === 0 && !crashed) finishResync(cluster)
  else cluster.syncLeft = resyncSeconds
}

/**
 * Ends it: equal data, equal generations, nothing marked. `drbd_resync_finished`; the flag of a
 * crashed Primary goes when both disks are UpToDate (`after_state_ch`).
 */
export function finishResync(cluster: Cluster): void {
  const source = cluster.be1.cs === 'SyncSource' ? cluster.be1 : cluster.be2
  const target = source === cluster.be1 ? cluster.be2 : cluster.be1
  copyData(cluster, source.name, target.name)
  target.blank = source.blank
  target.damaged = source.damaged
  const meta = source.meta!
  retireBitmap(meta)
  Object.assign(target.meta!, {
    current: meta.current,
    bitmap: meta.bitmap,
    history1: meta.history1,
    history2: meta.history2,
    currentPrimary: target.role === 'Primary',
    bitmapPrimary: false,
  })
  source.cs = target.cs = 'Connected'
  target.disk = 'UpToDate'
  cluster.syncLeft = 0
  clearMarks(cluster)
  bothUpToDate(cluster)
}

/** A crash is history once both disks are UpToDate and connected. */
export function bothUpToDate(cluster: Cluster): void {
  for (const host of [cluster.be1, cluster.be2]) if (host.meta) host.meta.crashedPrimary = false
}

/** One of the disks went away under a resync: it ends, the connection stays. `sanitize_state`. */
export function abortResync(cluster: Cluster): void {
  cluster.syncLeft = 0
  for (const host of [cluster.be1, cluster.be2]) if (isSyncing(host)) host.cs = 'Connected'
}
