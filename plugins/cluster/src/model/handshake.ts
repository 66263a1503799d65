import {
  type Comparison,
  type Direction,
  compareGenerations,
  overrideByDisks,
} from '../generations.ts'
import {dropNetwork} from './connection.ts'
import {rotateCurrent} from './metadata.ts'
import {bothUpToDate, startResync} from './resync.ts'
import {decide} from './settings.ts'
import {askFlags, askPolicies, countPrimaries, policiesOf} from './split-brain-policy.ts'
import {type Cluster, type Host, type SplitRecord, hosts, peerOf} from './state.ts'

/** What the two sides agree on: how they go on, seen from be1, or that they do not. */
type Agreement = Exclude<Direction, 100 | -100 | -1000> | 'split' | 'unrelated'

function compare(cluster: Cluster, self: Host, peer: Host): Comparison {
  const found = compareGenerations(self.meta!, peer.meta!, {
    selfPrimary: self.role === 'Primary',
    peerPrimary: peer.role === 'Primary',
    isSelfFirst: () => decide(cluster.settings, cluster.course, 'first') === self.name,
  })
  return overrideByDisks(found, self.disk === 'Inconsistent', peer.disk === 'Inconsistent')
}

/** Remembers a split brain as the kernel log of each side tells it. */
function record(
  self: Host,
  peer: Host,
  direction: Direction,
  how: Omit<SplitRecord, 'from'>,
): void {
  self.lastSplit = {...how, from: direction > 0 ? 'this' : 'peer'}
  peer.lastSplit = {...how, from: direction > 0 ? 'peer' : 'this'}
}

/**
 * A split brain (R8): first the policies, for direction 100 only, then the operator's flags. The
 * policies come first: with both hosts Secondary they can discard the side the operator chose.
 */
function settle(cluster: Cluster, self: Host, peer: Host, direction: 100 | -100): Agreement {
  const primaries = countPrimaries(self, peer)
  const decided = direction === 100 ? askPolicies(cluster, self, peer) : undefined
  if (decided !== undefined) {
    record(self, peer, decided, {primaries, solved: 'automatically'})
    return decided
  }
  const chosen = askFlags(self, peer)
  if (chosen === -100) return 'split'
  record(self, peer, chosen, {primaries, solved: 'manually'})
  return chosen as 1 | -1
}

function agree(cluster: Cluster, self: Host, peer: Host): Agreement {
  const {direction} = compare(cluster, self, peer)
  if (direction === -1000) return 'unrelated'
  if (direction === 100 || direction === -100) return settle(cluster, self, peer, direction)
  return direction
}

/**
 * The side that refuses drops to StandAlone; the other one only sees its connection break. Whether
 * it goes on waiting or had come to the same refusal is left open. Without `refusing` either side
 * may have been the first.
 */
function drop(cluster: Cluster, refusing?: Host): void {
  const others = hosts(cluster).filter((host) => host !== refusing)
  const left = decide(cluster.settings, cluster.course, 'leftWaiting', [
    'none',
    ...others.map((host) => host.name),
  ])
  for (const host of hosts(cluster)) if (host.name !== left) dropNetwork(host)
}

const unsolved = (primaries: SplitRecord['primaries']): SplitRecord => ({
  primaries,
  solved: 'no',
  from: 'this',
})

/** `Split-Brain detected but unresolved, dropping connection!`, and the mail of the handler. */
function dropSplit(cluster: Cluster): void {
  const primaries = countPrimaries(cluster.be1, cluster.be2)
  drop(cluster)
  cluster.mails++
  for (const host of hosts(cluster)) {
    if (host.cs !== 'StandAlone') continue
    host.lastSplit = unsolved(primaries)
    host.tentative = 'split'
  }
}

/** `Unrelated data, aborting!` */
function dropUnrelated(cluster: Cluster): void {
  drop(cluster)
  for (const host of hosts(cluster)) if (host.cs === 'StandAlone') host.tentative = 'split'
}

/** A target that is Primary on good data will not let itself be overwritten (R10, `rr-conflict`). */
const refusesToBeTarget = (host: Host): boolean =>
  host.role === 'Primary' && (host.disk === 'UpToDate' || host.disk === 'Outdated')

/** Carries out what was agreed between two hosts that have their disks. */
function follow(cluster: Cluster, agreed: Agreement): void {
  const {be1, be2} = cluster
  if (agreed === 'split') return dropSplit(cluster)
  if (agreed === 'unrelated') return dropUnrelated(cluster)
  const [source, target] = agreed < 0 ? [be2, be1] : [be1, be2]
  if (countPrimaries(be1, be2) === 2) return drop(cluster)
  if (agreed !== 0 && source.disk === 'Inconsistent') return drop(cluster, source)
  if (agreed !== 0 && refusesToBeTarget(target)) return drop(cluster, target)
  if (agreed !== 0) return startResync(cluster, source, target, Math.abs(agreed) === 2)
  establish(be1, be2)
  if (be1.disk === 'UpToDate' && be2.disk === 'UpToDate') bothUpToDate(cluster)
}

/** Connected at once. Whatever was Outdated is as good as its peer now (`sanitize_state`). */
function establish(be1: Host, be2: Host): void {
  for (const host of [be1, be2]) {
    host.cs = 'Connected'
    host.peerDisk = 'DUnknown'
    if (host.disk === 'Outdated') host.disk = 'UpToDate'
  }
}

/** Settings that have to be equal on both sides. `receive_protocol`. */
function incompatible(cluster: Cluster): boolean {
  const {be1, be2} = cluster
  if (be1.mode === 'discard' && be2.mode === 'discard') return true
  return be1.policies !== be2.policies && policiesOf(cluster, be1) !== policiesOf(cluster, be2)
}

/** A Primary that lost its disk insists on the data it showed last. `receive_uuids`. */
const wantsOtherData = (host: Host, peer: Host): boolean =>
  host.role === 'Primary' &&
  host.disk === 'Diskless' &&
  peer.disk !== 'Diskless' &&
  peer.meta!.current !== host.exposed

/** One side has no disk: there is nothing to compare. */
function meetDiskless(cluster: Cluster): void {
  const {be1, be2} = cluster
  if (countPrimaries(be1, be2) === 2) return drop(cluster)
  if (wantsOtherData(be1, be2)) return drop(cluster, be1)
  if (wantsOtherData(be2, be1)) return drop(cluster, be2)
  establish(be1, be2)
  for (const host of [be1, be2]) feedDiskless(cluster, host)
}

/** A Primary whose peer turns out to have no disk is alone with its data. */
function feedDiskless(cluster: Cluster, host: Host): void {
  const peer = peerOf(cluster, host)
  const primary = host.role === 'Primary' || peer.role === 'Primary'
  if (peer.disk !== 'Diskless' || host.disk !== 'UpToDate' || !primary) return
  if (host.meta!.bitmap === 0) rotateCurrent(cluster, host)
}

/** What the log of a side says of a handshake on trial. */
function foresee(agreed: Agreement): Host['tentative'] {
  if (typeof agreed === 'string') return 'split'
  if (agreed === 0) return 'none'
  return agreed > 0 ? 'source' : 'target'
}

/**
 * A handshake on trial (`--tentative`): both sides compare, and the log of each says what would
 * happen (`CF_DRY_RUN`). Then the one that asked is StandAlone again and its peer goes on waiting.
 */
function tryOut(cluster: Cluster, asking: Host, peer: Host): void {
  const diskless = asking.disk === 'Diskless' || peer.disk === 'Diskless'
  const agreed = diskless ? 0 : agree(cluster, asking, peer)
  if (agreed === 'split') {
    cluster.mails++
    asking.lastSplit = peer.lastSplit = unsolved(countPrimaries(asking, peer))
  }
  asking.tentative = foresee(agreed)
  peer.tentative = foresee(typeof agreed === 'number' ? (-agreed as Agreement) : agreed)
  dropNetwork(asking)
}

/** Both wait for each other and the network between them is up. */
export const canMeet = (cluster: Cluster): boolean =>
  cluster.replication &&
  hosts(cluster).every((host) => host.power === 'on' && host.cs === 'WFConnection')

/**
 * Two hosts that wait for each other meet (R6 to R10): `receive_protocol`, `drbd_sync_handshake`,
 * `receive_state`.
 */
export function meet(cluster: Cluster): void {
  const {be1, be2} = cluster
  const asking = hosts(cluster).find((host) => host.mode === 'tentative')
  if (incompatible(cluster)) drop(cluster)
  else if (asking) tryOut(cluster, asking, peerOf(cluster, asking))
  else if (be1.disk === 'Diskless' || be2.disk === 'Diskless') meetDiskless(cluster)
  else follow(cluster, agree(cluster, be1, be2))
  for (const host of hosts(cluster)) host.mode = 'plain'
}

/**
 * While connected, a disk was attached or data declared UpToDate by force: the sides compare again.
 * A comparison that fails costs the attaching host its disk, not the connection (`receive_state`).
 */
export function considerResync(cluster: Cluster, attaching?: Host): void {
  const {be1, be2} = cluster
  const agreed = agree(cluster, be1, be2)
  if (agreed === 0) return establish(be1, be2)
  const backwards = typeof agreed === 'number' && agreed < 0
  const [source, target] = backwards ? [be2, be1] : [be1, be2]
  const refused =
    typeof agreed !== 'number' ||
    source.disk === 'Inconsistent' ||
    (target !== attaching && refusesToBeTarget(target))
  if (!refused) startResync(cluster, source, target, Math.abs(agreed) === 2)
  else if (attaching) attaching.disk = 'Diskless'
}
