import type {Refusal} from '@handrail/runbook'
import {eraseData} from './ledger.ts'
import {exit} from './refusal.ts'
import {type Cluster, type Host, hasData, isConnected, peerOf, readFrom} from './state.ts'

export const mountPoint = '/var/opt/opscode/drbd/data'

/** The device can be opened on a Primary only, not even read-only elsewhere. */
const canOpen = (cluster: Cluster, host: Host): boolean =>
  host.role === 'Primary' && hasData(cluster, host)

const isBlank = (cluster: Cluster, host: Host): boolean => readFrom(cluster, host).blank

/** The disks that a write to the device reaches. */
const writtenBy = (cluster: Cluster, host: Host): readonly Host[] =>
  [host, ...(isConnected(host) ? [peerOf(cluster, host)] : [])].filter(
    ({disk}) => disk !== 'Diskless',
  )

export function mount(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.mounted) return exit(32, `mount: /dev/drbd0 already mounted or ${mountPoint} busy`)
  if (host.role !== 'Primary') {
    return exit(32, `mount: mount /dev/drbd0 on ${mountPoint} failed: Wrong medium type`)
  }
  if (!canOpen(cluster, host)) return exit(32, "mount: /dev/drbd0: can't read superblock")
  if (isBlank(cluster, host)) return exit(32, 'mount: wrong fs type, bad superblock on /dev/drbd0')
  if (readFrom(cluster, host).damaged) {
    return exit(32, 'mount: mount /dev/drbd0 failed: Structure needs cleaning')
  }
  host.mounted = true
  return undefined
}

export function unmount(host: Host): Refusal | undefined {
  if (!host.mounted) return exit(32, `umount: ${mountPoint}: not mounted`)
  if (host.services || host.held) return exit(32, `umount: ${mountPoint}: target is busy.`)
  host.mounted = false
  return undefined
}

/** Repairs the file system: of a Primary, while nobody has it mounted. */
export function checkFilesystem(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.mounted) return exit(8, '/dev/drbd0 is mounted.')
  if (!canOpen(cluster, host)) {
    return exit(8, 'fsck: Wrong medium type while trying to open /dev/drbd0')
  }
  if (isBlank(cluster, host)) {
    return exit(8, 'fsck: Bad magic number in super-block while trying to open /dev/drbd0')
  }
  for (const written of writtenBy(cluster, host)) written.damaged = false
  return undefined
}

/** An empty file system in place of all there was: a write like any other, replicated if connected. */
export function makeFilesystem(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.mounted) {
    return exit(1, '/dev/drbd0 is mounted; will not make a filesystem here!')
  }
  if (!canOpen(cluster, host)) {
    return exit(1, 'mke2fs: Wrong medium type while trying to determine filesystem size')
  }
  for (const written of writtenBy(cluster, host)) {
    written.blank = written.damaged = false
    eraseData(cluster, written.name)
  }
  return undefined
}
