import type {Verdict} from '@handrail/runbook'
import {isLost, isSeenOn, nameWrite} from './ledger.ts'
import {type Cluster, type ClusterState, type Host, hosts, isConnected, peerOf} from './state.ts'
import {serves} from './traffic.ts'
import {holdsAddress} from './vrrp.ts'

/** What is true of a state, each by the name the failure scenarios use for it. */
export interface Judgement {
  /** Exactly one host serves, and no other carries the virtual IP. */
  readonly serviceUp: boolean
  readonly dualVip: boolean
  readonly dualActive: boolean
  readonly splitBrainDetected: boolean
  /** A serving host lacks acknowledged writes. */
  readonly stalePromotion: boolean
  /** Acknowledged writes are in no copy any more. */
  readonly dataDestroyed: boolean
  /** One of the two, and nobody was told. */
  readonly silentLoss: boolean
  /** Connected, and both disks UpToDate. */
  readonly redundancy: boolean
  /** A host is StandAlone, a transition failed, or nobody serves. */
  readonly needsHuman: boolean
}

const isStale = (cluster: Cluster, host: Host): boolean =>
  cluster.writes.some((write) => !isSeenOn(cluster, host, write))

/** The last transition that was asked for ended without reaching its goal. */
const hasFailed = (host: Host): boolean =>
  host.transition === 'idle' && host.requested !== host.current

/** Judges a state by hidden truth and all. */
export function judge(state: ClusterState): Judgement {
  const cluster = state as Cluster
  const all = hosts(cluster)
  const serving = all.filter((host) => serves(cluster, host))
  const dualVip = all.every(holdsAddress)
  const stalePromotion = serving.some((host) => isStale(cluster, host))
  const dataDestroyed = cluster.writes.some(isLost)
  const serviceUp = serving.length === 1 && !dualVip
  const alone = all.some((host) => host.power === 'on' && host.cs === 'StandAlone')
  return {
    serviceUp,
    dualVip,
    dualActive: serving.length === 2,
    splitBrainDetected: all.some((host) => host.lastSplit !== null),
    stalePromotion,
    dataDestroyed,
    silentLoss: (dataDestroyed || stalePromotion) && cluster.mails === 0,
    redundancy: isRedundant(cluster),
    needsHuman: alone || all.some(hasFailed) || serving.length === 0,
  }
}

const isRedundant = ({be1, be2}: Cluster): boolean =>
  isConnected(be1) && isConnected(be2) && be1.disk === 'UpToDate' && be2.disk === 'UpToDate'

/** The other host would take over by itself, and could. */
function isStandby(cluster: Cluster, host: Host): boolean {
  const peer = peerOf(cluster, host)
  return (
    cluster.heartbeat &&
    all(host, peer, (one) => one.keepalived && one.requested === one.current) &&
    host.vrrp === 'MASTER' &&
    peer.vrrp === 'BACKUP' &&
    peer.current === 'backup' &&
    !peer.full
  )
}

const all = (host: Host, peer: Host, test: (one: Host) => boolean): boolean =>
  test(host) && test(peer)

function dangersOf(cluster: Cluster, serving: readonly Host[]): string[] {
  const lacks = (host: Host): boolean =>
    cluster.writes.some((write) => !isLost(write) && !isSeenOn(cluster, host, write))
  return [
    ...(serving.length === 2 ? ['both hosts serve'] : []),
    ...(hosts(cluster).every(holdsAddress) ? ['both hosts carry the virtual IP'] : []),
    ...(serving.some(lacks) ? ['acknowledged writes are missing where clients are served'] : []),
  ]
}

/** What the checker needs to know of a state. */
export function verdict(state: ClusterState): Verdict {
  const cluster = state as Cluster
  const serving = hosts(cluster).filter((host) => serves(cluster, host))
  const [only] = serving
  const served = serving.length === 1 && !hosts(cluster).every(holdsAddress)
  const redundant = isRedundant(cluster)
  return {
    served,
    redundant,
    standby: served && redundant && isStandby(cluster, only!),
    lost: cluster.writes.flatMap((write, index) =>
      isLost(write) ? [nameWrite(write, index)] : [],
    ),
    dangers: dangersOf(cluster, serving),
  }
}
