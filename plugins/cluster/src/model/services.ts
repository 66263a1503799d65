import type {Refusal} from '@handrail/runbook'
import {exit} from './refusal.ts'
import {type Cluster, type Host, hasData} from './state.ts'

const mountPoint = '/var/opt/opscode/drbd/data'

/**
 * The services start where their data is mounted and can be read, and where they can write their
 * logs. They stand or fall together here.
 */
export function startServices(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.full) return exit(1, 'fail: postgresql: could not write: No space left on device')
  if (!host.mounted || !hasData(cluster, host)) {
    return exit(1, `fail: postgresql: ${mountPoint} is not there`)
  }
  host.services = true
  return undefined
}

export function stopServices(host: Host): void {
  host.services = false
}

/** The device can be opened on a Primary only, not even read-only elsewhere. */
export function mount(cluster: Cluster, host: Host): Refusal | undefined {
  if (host.mounted) return exit(32, `mount: /dev/drbd0 already mounted or ${mountPoint} busy`)
  if (host.role !== 'Primary') {
    return exit(32, 'mount: mount /dev/drbd0 on ' + mountPoint + ' failed: Wrong medium type')
  }
  if (!hasData(cluster, host)) return exit(32, "mount: /dev/drbd0: can't read superblock")
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
  if (host.role !== 'Primary' || !hasData(cluster, host)) {
    return exit(8, 'fsck: Wrong medium type while trying to open /dev/drbd0')
  }
  return undefined
}

/** Whether they run. On a full disk they are started over and over, and come up when it has room. */
export const servicesRun = (host: Host): boolean => host.services && !host.full

/** A Primary that lost its data: the file system fails, and the services end with it. */
export function killServices(cluster: Cluster, host: Host): void {
  if (host.services && !hasData(cluster, host)) host.services = false
}
