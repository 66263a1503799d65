import type {Refusal} from '@handrail/runbook'
import {empty} from '../generations.ts'
import {considerResync} from './handshake.ts'
import {rotateCurrent} from './metadata.ts'
import {failure, stateError} from './refusal.ts'
import {type Cluster, type Host, isConnected, peerOf, seenPeerDisk} from './state.ts'

/**
 * Why this host cannot be Primary now, as `is_valid_state` puts it. With `fencing dont-care` a host
 * on its own needs nothing but a disk that it believes to be current.
 */
function objection(cluster: Cluster, host: Host): Refusal | undefined {
  const connected = isConnected(host)
  if (connected && peerOf(cluster, host).role === 'Primary') return stateError('-1')
  if (host.disk === 'UpToDate') return undefined
  return connected && seenPeerDisk(cluster, host) === 'UpToDate' ? undefined : stateError('-2')
}

/** `--force` helps against missing UpToDate data, if there is a disk at all. `drbd_set_role`. */
const canForce = (host: Host, refused: Refusal): boolean =>
  refused.code === '-2' && host.disk !== 'Diskless'

/** The disk is believed to be UpToDate; a file system of old and new blocks is not whole by that. */
function declareCurrent(host: Host): void {
  if (host.disk === 'Inconsistent' && !host.blank) host.damaged = true
  host.disk = 'UpToDate'
}

/**
 * `drbdadm primary`, with `--force` if `force` (R3). Forced, local data is declared UpToDate and
 * starts a new generation, whatever it is. Alone, a new generation starts too, unless one is under
 * way against this peer. Promotion clears the flag of `--discard-my-data`. `drbd_set_role`.
 */
export function promote(cluster: Cluster, host: Host, force = false): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('127')
  if (host.role === 'Primary') return undefined
  const refused = objection(cluster, host)
  const forced = refused !== undefined && force && canForce(host, refused)
  if (refused && !forced) return refused
  host.role = 'Primary'
  if (host.mode === 'discard') host.mode = 'plain'
  const peer = peerOf(cluster, host)
  if (forced) declareCurrent(host)
  if (host.disk !== 'Diskless') {
    const alone = !isConnected(host) || peer.disk === 'Diskless'
    if (forced || (alone && host.meta!.bitmap === empty)) rotateCurrent(cluster, host)
    host.meta!.currentPrimary = true
  }
  if (forced && isConnected(host) && peer.disk !== 'Diskless') considerResync(cluster)
  return undefined
}
