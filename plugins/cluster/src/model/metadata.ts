import {empty, justCreated} from '../generations.ts'
import {type Cluster, type Host, type Metadata, isConnected, peerOf} from './state.ts'

/** What `create-md` writes. */
export const freshMetadata = (): Metadata => ({
  current: justCreated,
  bitmap: empty,
  history1: empty,
  history2: empty,
  currentPrimary: false,
  bitmapPrimary: false,
  allMarked: true,
  crashedPrimary: false,
  consistent: false,
  wasUpToDate: false,
  primaryIndicator: false,
  connectedIndicator: false,
  peerOutdated: false,
})

export const newGeneration = (cluster: Cluster): number => cluster.nextGeneration++

/**
 * A new current generation; the old one becomes the base of the bitmap.
 * `drbd_uuid_new_current` (drbd_main.c).
 */
export function rotateCurrent(cluster: Cluster, host: Host): void {
  const meta = host.meta!
  meta.bitmap = meta.current
  meta.bitmapPrimary = meta.currentPrimary
  meta.current = newGeneration(cluster)
  meta.currentPrimary = host.role === 'Primary'
}

/** Moves the bitmap generation into the history. `drbd_uuid_set`, `drbd_uuid_set_bm`. */
export function retireBitmap(meta: Metadata): void {
  if (meta.bitmap === empty) return
  meta.history2 = meta.history1
  meta.history1 = meta.bitmap
  meta.bitmap = empty
  meta.bitmapPrimary = false
}

/** The flags as `_drbd_set_state` keeps them while a disk is attached. */
export function flagsOf(cluster: Cluster, host: Host): Partial<Metadata> {
  const peer = peerOf(cluster, host)
  const connected = isConnected(host)
  const feedsPeer = connected && peer.disk === 'Diskless' && peer.role === 'Primary'
  return {
    consistent: host.disk !== 'Inconsistent',
    wasUpToDate: host.disk === 'UpToDate',
    primaryIndicator: host.role === 'Primary' || feedsPeer,
    connectedIndicator: connected,
    peerOutdated: connected
      ? peer.disk === 'Inconsistent' || peer.disk === 'Outdated'
      : host.peerDisk !== 'DUnknown',
  }
}

/** The disk goes out of use: what the flags said last stays written down. */
export function freezeFlags(cluster: Cluster, host: Host): void {
  if (host.meta && host.disk !== 'Diskless') Object.assign(host.meta, flagsOf(cluster, host))
}

/** Read back at attach; from here on the state itself says it. */
export function clearFlags(meta: Metadata): void {
  meta.consistent = false
  meta.wasUpToDate = false
  meta.primaryIndicator = false
  meta.connectedIndicator = false
  meta.peerOutdated = false
}
