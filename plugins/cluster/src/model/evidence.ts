import type {Evidence} from '@handrail/runbook'
import type {ClusterEvent, HostName} from '../vocabulary/event.ts'
import {otherName} from './state.ts'

/** Events after which the host may be Primary, whatever its peer does. */
function promotes(event: ClusterEvent): boolean {
  switch (event.kind) {
    case 'drbdadm':
      return event.verb === 'primary' || event.verb === 'primary-force'
    case 'cluster-script':
      return event.verb === 'master'
    case 'end-boot-wait':
      return event.keepalived !== false
    default:
      return false
  }
}

/**
 * What makes a promotion safe: the peer is known to be off, or was seen to have given everything
 * up, with nothing running that would take it back. A new machine takes the name of one that is off.
 */
export function evidence(event: ClusterEvent): readonly Evidence[] {
  if (event.kind === 'replace' && event.part === 'host') return [isOff(event.host)]
  if (!promotes(event) || !('host' in event)) return []
  const peer = otherName(event.host)
  return event.kind === 'end-boot-wait' ? [...peerIsOut(peer), peerIsHeard(peer)] : peerIsOut(peer)
}

/** keepalived that starts beside a MASTER it hears stays BACKUP. */
const peerIsHeard = (peer: HostName): Evidence => ({
  doc: `Nobody saw ${peer} as the master, with the heartbeat between the hosts working.`,
  seen: {[peer]: {vrrp: ['master']}, cluster: {heartbeat: ['yes']}},
})

const isOff = (host: HostName): Evidence => ({
  doc: `Nobody made sure that ${host} is off.`,
  done: {sentence: 'power off HOST', host},
})

function peerIsOut(peer: HostName): readonly Evidence[] {
  const quiet = {mounted: ['no'], keepalived: ['stopped']}
  return [
    isOff(peer),
    {
      doc: `Nobody replaced ${peer}.`,
      done: {sentence: 'replace HOST with a new machine', host: peer},
    },
    {
      doc: `Nobody saw ${peer} Secondary, unmounted and with keepalived stopped.`,
      seen: {[peer]: {...quiet, ro: ['Secondary']}},
    },
    {
      doc: `Nobody saw the resource down on ${peer}, unmounted and with keepalived stopped.`,
      seen: {[peer]: {...quiet, cs: ['Unconfigured']}},
    },
  ]
}
