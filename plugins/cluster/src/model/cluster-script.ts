import type {Refusal} from '@handrail/runbook'
import {demote} from './demotion.ts'
import {mount} from './filesystem.ts'
import {promote} from './promotion.ts'
import {exit} from './refusal.ts'
import {startServices, stopServices} from './services.ts'
import type {Cluster, Host} from './state.ts'

/** How often the script tries, once a second, before it gives up. */
const tries = 300

type Wish = Host['requested']

/**
 * `cluster.sh master|backup` (R13), as keepalived's notify scripts call it. The wish is written
 * down first; if a transition is running the script ends there, and the running one looks at the
 * wish when it is done.
 */
export function requestTransition(cluster: Cluster, host: Host, wish: Wish): void {
  host.requested = wish
  if (host.transition === 'idle') begin(cluster, host, wish)
}

/** `chef-server-ctl master-recover` and `backup-recover`: the same script, behind keepalived's back. */
export function recover(cluster: Cluster, host: Host, wish: Wish): Refusal | undefined {
  if (host.transition !== 'idle') {
    return exit(1, `Requested transition to ${wish}, but state transition already running.`)
  }
  requestTransition(cluster, host, wish)
  return undefined
}

function begin(cluster: Cluster, host: Host, wish: Wish): void {
  host.transition = wish === 'master' ? 'promoting' : 'demoting'
  host.triesLeft = tries
  tryTransition(cluster, host)
}

/** One try. Returns whether it brought the transition to its end. */
export function tryTransition(cluster: Cluster, host: Host): boolean {
  switch (host.transition) {
    case 'idle':
      return false
    case 'promoting':
      return tryMaster(cluster, host)
    case 'demoting':
      return tryBackup(cluster, host)
  }
}

/** Promote, mount (whose failure the script does not notice), start the services. */
function tryMaster(cluster: Cluster, host: Host): boolean {
  if (promote(cluster, host)) return false
  if (!host.mounted) mount(cluster, host)
  if (startServices(cluster, host)) giveUp(host)
  else finish(cluster, host, 'master')
  return true
}

/**
 * Stop the services, `fuser -km`, `umount -f`, demote. Every try ends what was started meanwhile;
 * what the script cannot end keeps the mount.
 */
function tryBackup(cluster: Cluster, host: Host): boolean {
  stopServices(host)
  if (!host.held) host.mounted = false
  if (host.cs !== 'Unconfigured' && demote(host)) return false
  finish(cluster, host, 'backup')
  return true
}

/** Done; if another state was wished for meanwhile, that one comes next. */
function finish(cluster: Cluster, host: Host, reached: Wish): void {
  host.transition = 'idle'
  host.triesLeft = 0
  if (host.requested === reached) host.current = reached
  else begin(cluster, host, host.requested)
}

/** The script ends with an error: the wish stands, the state it reports is the old one. */
export function giveUp(host: Host): void {
  host.transition = 'idle'
  host.triesLeft = 0
}

/** What was asked for last has not been reached. */
export const isInconsistent = (host: Host): boolean => host.requested !== host.current
