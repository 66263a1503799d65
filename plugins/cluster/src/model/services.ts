import type {Refusal} from '@handrail/runbook'
import {exit} from './refusal.ts'
import {mountPoint} from './filesystem.ts'
import {type Cluster, type Host, hasData} from './state.ts'

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

/** Whether they run. On a full disk they are started over and over, and come up when it has room. */
export const servicesRun = (host: Host): boolean => host.services && !host.full

/** A Primary that lost its data: the file system fails, and the services end with it. */
export function killServices(cluster: Cluster, host: Host): void {
  if (host.services && !hasData(cluster, host)) host.services = false
}
