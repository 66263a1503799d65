import {countMarks, fate, isLost} from './ledger.ts'
import type {Cluster, ClusterState, Host, Metadata} from './state.ts'

/*
 * A key equal for states that no future can tell apart. It is a string of small character codes:
 * one word of bits and a few small numbers a host, the generations renamed by the order in which
 * they turn up, and the set of fates that acknowledged writes can have.
 */

const disks = {Diskless: 0, Inconsistent: 1, Outdated: 2, UpToDate: 3} as const
const connections = {
  Unconfigured: 0,
  StandAlone: 1,
  WFConnection: 2,
  Connected: 3,
  SyncSource: 4,
  SyncTarget: 5,
} as const
const powers = {off: 0, on: 1, hung: 2} as const
const vrrpStates = {OFF: 0, BACKUP: 1, MASTER: 2} as const
const transitions = {idle: 0, promoting: 1, demoting: 2} as const
const peerDisks = {DUnknown: 0, Inconsistent: 1, Outdated: 2} as const
const modes = {plain: 0, discard: 1, tentative: 2} as const
const tentatives = {none: 0, source: 1, target: 2, split: 3} as const
const splits = {automatically: 1, manually: 2, no: 3} as const

const reaches = {none: 0, both: 1, be1: 2, be2: 3} as const

const bit = (flag: boolean, at: number): number => (flag ? 1 << at : 0)

/** What somebody does or has running on the host. */
const roleBits = (host: Host): number =>
  powers[host.power] |
  (vrrpStates[host.vrrp] << 2) |
  (transitions[host.transition] << 4) |
  bit(host.awaitsPeer, 6) |
  bit(host.autostart, 7) |
  bit(host.keepalived, 8) |
  bit(host.requested === 'master', 9) |
  bit(host.current === 'master', 10) |
  bit(host.services, 11) |
  bit(host.mounted, 12) |
  bit(host.held, 13) |
  bit(host.full, 14)

const drbdBits = (host: Host): number =>
  disks[host.disk] |
  (connections[host.cs] << 2) |
  (peerDisks[host.peerDisk] << 5) |
  (modes[host.mode] << 7) |
  bit(host.medium, 9) |
  bit(host.role === 'Primary', 10) |
  bit(host.policyFile === 'disconnect', 11) |
  bit(host.policies === 'disconnect', 12) |
  bit(host.meta !== null, 13) |
  bit(host.snapshot !== null, 14) |
  bit(host.blank, 15)

const logBits = (host: Host): number =>
  (host.lastSplit ? splits[host.lastSplit.solved] : 0) |
  (tentatives[host.tentative] << 2) |
  bit(host.policyFile === 'configured', 4) |
  bit(host.policies === 'configured', 5) |
  bit(host.damaged, 6)

const metaBits = (meta: Metadata): number =>
  bit(meta.currentPrimary, 0) |
  bit(meta.bitmapPrimary, 1) |
  bit(meta.allMarked, 2) |
  bit(meta.crashedPrimary, 3) |
  bit(meta.consistent, 4) |
  bit(meta.wasUpToDate, 5) |
  bit(meta.primaryIndicator, 6) |
  bit(meta.connectedIndicator, 7) |
  bit(meta.peerOutdated, 8)

/** New names for generations, in the order in which they are asked for. */
class Names {
  readonly #seen: number[] = []

  name(generation: number): number {
    if (generation < 2) return generation
    const known = this.#seen.indexOf(generation)
    return known < 0 ? this.#seen.push(generation) + 1 : known + 2
  }
}

function pushMeta(codes: number[], meta: Readonly<Metadata> | null, names: Names): void {
  if (!meta) return
  codes.push(
    metaBits(meta),
    (names.name(meta.current) << 5) | names.name(meta.bitmap),
    (names.name(meta.history1) << 5) | names.name(meta.history2),
  )
}

function pushHost(codes: number[], host: Host, names: Names): void {
  codes.push(
    roleBits(host),
    drbdBits(host),
    logBits(host),
    host.takeoverIn,
    host.triesLeft,
    // Only a Primary without a disk still asks which data it showed last.
    host.role === 'Primary' && host.disk === 'Diskless' ? names.name(host.exposed) : 0,
  )
  pushMeta(codes, host.meta, names)
  if (!host.snapshot) return
  codes.push(bit(host.snapshot.blank, 0) | bit(host.snapshot.damaged, 1))
  pushMeta(codes, host.snapshot.meta, names)
}

/** The fates of the writes, each once, in order. Lost writes are all alike: they stay lost. */
function pushWrites(codes: number[], writes: readonly number[]): void {
  const from = codes.length
  for (const write of writes) {
    const one = isLost(write) ? 0 : write & fate
    let at = codes.length
    while (at > from && codes[at - 1]! > one) at--
    if (at === from || codes[at - 1] !== one) codes.splice(at, 0, one)
  }
}

/** Which host has marked more: all that a policy will ever ask of the numbers. */
const compareMarks = (cluster: Cluster): number =>
  1 + Math.sign(countMarks(cluster, cluster.be1) - countMarks(cluster, cluster.be2))

export function canonical(state: ClusterState): string {
  const cluster = state as Cluster
  const names = new Names()
  const codes: number[] = [
    bit(cluster.replication, 0) |
      bit(cluster.heartbeat, 1) |
      bit(cluster.mails > 0, 2) |
      (compareMarks(cluster) << 3) |
      (reaches[cluster.reached ?? 'none'] << 5) |
      bit(cluster.higherIp === 'be2', 7) |
      bit(cluster.configured === 'shipped', 8) |
      bit(cluster.configured === 'disconnect', 9),
    cluster.syncLeft,
  ]
  pushHost(codes, cluster.be1, names)
  pushHost(codes, cluster.be2, names)
  pushWrites(codes, cluster.writes)
  return String.fromCharCode(...codes)
}
