import {giveUp, tryTransition} from './cluster-script.ts'
import {canMeet, meet} from './handshake.ts'
import {continueBoot} from './power.ts'
import {finishResync} from './resync.ts'
import {killServices} from './services.ts'
import {decide} from './settings.ts'
import {type Cluster, type ClusterState, type Host} from './state.ts'
import {noteReach, writeSteadily} from './traffic.ts'
import {becomeMaster, canElect, elect, watchMasters} from './vrrp.ts'

/**
 * What follows at once, within a second or so, until nothing follows any more: elections,
 * handshakes, a boot that goes on, a try of the cluster script that succeeds. Which of VRRP and
 * DRBD is first where a network came back is a setting.
 */
export function react(cluster: Cluster): void {
  const {be1, be2} = cluster
  let moved = true
  while (moved) moved = talk(cluster) || goOn(cluster, be1) || goOn(cluster, be2)
  watchMasters(cluster)
  noteReach(cluster)
}

/** Hosts that can hear each other again. Returns whether anything happened. */
function talk(cluster: Cluster): boolean {
  const {settings, course} = cluster
  const elects = canElect(cluster)
  const meets = canMeet(cluster)
  if (!elects && !meets) return false
  const drbdFirst = elects && meets && decide(settings, course, 'healOrder') === 'drbd-first'
  if (elects && !drbdFirst) elect(cluster)
  else meet(cluster)
  return true
}

function goOn(cluster: Cluster, host: Host): boolean {
  if (host.power !== 'on') return false
  killServices(cluster, host)
  return continueBoot(cluster, host) || tryTransition(cluster, host)
}

const sooner = (seconds: number, timer: number): number =>
  timer > 0 && timer < seconds ? timer : seconds

/** Seconds until something happens by itself; Infinity if nothing is under way. */
export function nextChange({be1, be2, syncLeft}: ClusterState): number {
  let seconds = sooner(Infinity, syncLeft)
  for (const host of [be1, be2]) {
    if (host.power === 'on') seconds = sooner(sooner(seconds, host.takeoverIn), host.triesLeft)
  }
  return seconds
}

function takeOver(cluster: Cluster, host: Host, seconds: number): void {
  if (host.takeoverIn === 0 || host.power !== 'on') return
  host.takeoverIn -= seconds
  if (host.takeoverIn <= 0) becomeMaster(cluster, host)
}

function countTries(host: Host, seconds: number): void {
  if (host.triesLeft === 0 || host.power !== 'on') return
  host.triesLeft -= seconds
  if (host.triesLeft <= 0) giveUp(host)
}

/** Lets time pass that brings at most the next change. */
function elapse(cluster: Cluster, seconds: number): void {
  if (cluster.syncLeft > 0) {
    cluster.syncLeft -= seconds
    if (cluster.syncLeft <= 0) finishResync(cluster)
  }
  for (const host of [cluster.be1, cluster.be2]) {
    countTries(host, seconds)
    takeOver(cluster, host, seconds)
  }
}

/** Lets `seconds` pass, one change after the other. */
export function advance(cluster: Cluster, seconds: number): void {
  let left = seconds
  for (let next = nextChange(cluster); next <= left; next = nextChange(cluster)) {
    elapse(cluster, next)
    react(cluster)
    writeSteadily(cluster)
    left -= next
  }
  elapse(cluster, left)
}

/**
 * Lets happen what is faster than any person: a BACKUP that hears no MASTER takes over. A resync,
 * and a cluster script that tries in vain, take their time.
 */
export function settle(cluster: Cluster): void {
  const {be1, be2} = cluster
  for (;;) {
    const seconds = sooner(sooner(Infinity, be1.takeoverIn), be2.takeoverIn)
    if (seconds === Infinity) return
    takeOver(cluster, be1, seconds)
    takeOver(cluster, be2, seconds)
    react(cluster)
  }
}
