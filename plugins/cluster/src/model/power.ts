import {forgetResource, replaceDisk, up} from './backing-disk.ts'
import {disconnect, loseContact} from './connection.ts'
import {demote} from './demotion.ts'
import {canMeet, meet} from './handshake.ts'
import {decide} from './settings.ts'
import {type Cluster, type Host, peerOf} from './state.ts'
import {startKeepalived, stopKeepalived} from './vrrp.ts'

/** What no running host leaves behind in memory. The files of the cluster script stay. */
function halt(host: Host): void {
  host.power = 'off'
  host.awaitsPeer = false
  host.autostart = true
  host.keepalived = false
  host.vrrp = 'OFF'
  host.takeoverIn = 0
  host.transition = 'idle'
  host.triesLeft = 0
  host.services = false
  host.mounted = false
  host.held = false
}

/** Power is gone, or the kernel: the metadata still says what was last written there (R5). */
export function crash(cluster: Cluster, host: Host): void {
  loseContact(cluster, peerOf(cluster, host))
  if (host.cs !== 'Unconfigured') forgetResource(cluster, host)
  halt(host)
}

/** Silent on every network, otherwise as it was. */
export function hang(cluster: Cluster, host: Host): void {
  loseContact(cluster, peerOf(cluster, host))
  host.power = 'hung'
}

/**
 * An orderly shutdown: keepalived stops, its script runs, DRBD goes down as far as it lets itself
 * be; then the power is off anyway.
 */
export function shutDown(cluster: Cluster, host: Host): void {
  stopKeepalived(cluster, host)
  if (!host.held) host.mounted = false
  if (host.cs !== 'Unconfigured' && !demote(host)) disconnect(cluster, host)
  crash(cluster, host)
}

/**
 * Boots: DRBD comes up as Secondary and looks for its peer; where the boot waits for the peer,
 * nothing more happens until it is met or somebody answers `yes` at the console.
 */
export function boot(cluster: Cluster, host: Host, keepalived: boolean): void {
  host.power = 'on'
  up(cluster, host, true)
  if (canMeet(cluster)) meet(cluster)
  host.awaitsPeer = true
  host.autostart = keepalived
  const alone = host.cs === 'WFConnection'
  if (!alone || !decide(cluster.settings, cluster.course, 'bootWait')) endBootWait(cluster, host)
}

/** The boot goes on behind DRBD: keepalived starts. */
export function endBootWait(cluster: Cluster, host: Host): void {
  const starts = host.autostart
  host.awaitsPeer = false
  host.autostart = true
  if (starts) startKeepalived(cluster, host)
}

/** The peer was met at last. Returns whether the boot went on. */
export function continueBoot(cluster: Cluster, host: Host): boolean {
  if (!host.awaitsPeer || host.cs === 'WFConnection') return false
  endBootWait(cluster, host)
  return true
}

/** Another machine of the same name: installed, configured, running, with an empty disk. */
export function replaceHost(cluster: Cluster, host: Host): void {
  crash(cluster, host)
  replaceDisk(cluster, host)
  host.power = 'on'
  host.requested = host.current = 'backup'
  host.full = false
  host.policyFile = host.policies = 'configured'
  host.lastSplit = null
  host.tentative = 'none'
}
