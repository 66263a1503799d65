import {requestTransition} from './cluster-script.ts'
import {decide} from './settings.ts'
import {type Cluster, type Host, peerOf} from './state.ts'

/** Seconds without an advert until a BACKUP takes over: three intervals and the skew, rounded up. */
const silence = 4
/** A MASTER that stops says so with priority 0: the skew alone, rounded up. */
const goodbye = 1

/** keepalived runs here and the rest of the host does too. */
const speaks = (host: Host): boolean => host.power === 'on' && host.keepalived

/** Whether the host receives the adverts its peer would send. */
const hears = (cluster: Cluster, host: Host): boolean =>
  cluster.heartbeat && speaks(host) && speaks(peerOf(cluster, host))

const hearsMaster = (cluster: Cluster, host: Host): boolean =>
  hears(cluster, host) && peerOf(cluster, host).vrrp === 'MASTER'

/** Carries the virtual IP where somebody could reach it. */
export const holdsAddress = (host: Host): boolean => host.power === 'on' && host.vrrp === 'MASTER'

/** The address comes first; whether the script gets anywhere is not looked at (R13). */
export function becomeMaster(cluster: Cluster, host: Host): void {
  host.vrrp = 'MASTER'
  host.takeoverIn = 0
  requestTransition(cluster, host, 'master')
}

function becomeBackup(cluster: Cluster, host: Host): void {
  host.vrrp = 'BACKUP'
  requestTransition(cluster, host, 'backup')
}

/** Starts as BACKUP, and runs the script for it, whatever the host was doing. */
export function startKeepalived(cluster: Cluster, host: Host): void {
  if (host.keepalived) return
  host.keepalived = true
  becomeBackup(cluster, host)
}

/** Says goodbye to a listening BACKUP, then runs the script for stopping. */
export function stopKeepalived(cluster: Cluster, host: Host): void {
  if (!host.keepalived) return
  const peer = peerOf(cluster, host)
  if (host.vrrp === 'MASTER' && hears(cluster, peer)) peer.takeoverIn = goodbye
  host.keepalived = false
  host.vrrp = 'OFF'
  host.takeoverIn = 0
  requestTransition(cluster, host, 'backup')
}

/** Two MASTERs that hear each other. */
export const canElect = (cluster: Cluster): boolean =>
  hearsMaster(cluster, cluster.be1) && hearsMaster(cluster, cluster.be2)

/** The one with the lower address gives way (R12). */
export function elect(cluster: Cluster): void {
  becomeBackup(cluster, cluster.higherIp === 'be1' ? cluster.be2 : cluster.be1)
}

/** A BACKUP that hears no MASTER. */
const waits = (cluster: Cluster, host: Host): boolean =>
  speaks(host) && host.vrrp === 'BACKUP' && !hearsMaster(cluster, host)

/** Of two BACKUPs that hear each other, the one that comes to the end of its patience first. */
function sooner(cluster: Cluster): Host {
  const {be1, be2, settings, course} = cluster
  const [one, other] = [be1.takeoverIn, be2.takeoverIn]
  if (one !== other) return one > 0 && (one < other || other === 0) ? be1 : be2
  return decide(settings, course, 'first') === 'be1' ? be1 : be2
}

/** Keeps each BACKUP's count: running while it hears no MASTER, off while it does. */
export function watchMasters(cluster: Cluster): void {
  const {be1, be2} = cluster
  const waiting = [be1, be2].filter((host) => waits(cluster, host))
  const counting = waiting.length === 2 && hears(cluster, be1) ? [sooner(cluster)] : waiting
  for (const host of [be1, be2]) {
    if (!counting.includes(host)) host.takeoverIn = 0
    else if (host.takeoverIn === 0) host.takeoverIn = silence
  }
}
