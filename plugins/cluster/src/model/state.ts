import type {HostName, PolicyName} from '../vocabulary/event.ts'
import type {Course, Settings, Ways} from './settings.ts'

/** Disk states a host of this cluster can be seen in; the transient ones pass unseen. */
export type DiskState = 'Diskless' | 'Inconsistent' | 'Outdated' | 'UpToDate'

/** Connection states likewise. `Unconfigured`: the resource is down. */
type ConnectionState =
  'Unconfigured' | 'StandAlone' | 'WFConnection' | 'Connected' | 'SyncSource' | 'SyncTarget'

/**
 * DRBD's metadata on the backing disk. Generations are numbers (see `generations.ts`); the low bit
 * that DRBD keeps in them, "this generation was written as Primary", stands apart.
 */
export interface Metadata {
  current: number
  bitmap: number
  history1: number
  history2: number
  currentPrimary: boolean
  bitmapPrimary: boolean
  /** Every block is marked out of sync. */
  allMarked: boolean
  crashedPrimary: boolean
  /** The flags below are written while attached and read back at the next attach; until then false. */
  consistent: boolean
  wasUpToDate: boolean
  primaryIndicator: boolean
  connectedIndicator: boolean
  peerOutdated: boolean
}

/** What the host does with the peer it meets next. */
export type ConnectMode = 'plain' | 'discard' | 'tentative'

/** What a kernel log says of the last split brain. */
export interface SplitRecord {
  readonly primaries: 0 | 1 | 2
  readonly solved: 'automatically' | 'manually' | 'no'
  readonly from: 'this' | 'peer'
}

/** A snapshot of the backing volume, with the metadata that stood on it. */
interface Snapshot {
  readonly meta: Readonly<Metadata> | null
  readonly blank: boolean
  readonly damaged: boolean
}

export interface Host {
  readonly name: HostName
  power: 'on' | 'off' | 'hung'
  /** The boot stands still until DRBD meets its peer. */
  awaitsPeer: boolean
  /** keepalived starts when that wait ends; true unless the boot was told otherwise. */
  autostart: boolean
  keepalived: boolean
  vrrp: 'OFF' | 'BACKUP' | 'MASTER'
  /** Seconds until a BACKUP that hears no MASTER becomes one; 0: it is not counting. */
  takeoverIn: number
  /** The two files of the cluster script. */
  requested: 'master' | 'backup'
  current: 'master' | 'backup'
  /** The transition that is running. */
  transition: 'idle' | 'promoting' | 'demoting'
  /** Tries, a second each, before the running transition gives up. */
  triesLeft: number
  services: boolean
  mounted: boolean
  /** A process that the cluster script cannot end keeps the mount busy. */
  held: boolean
  /** A file system of the host's own is full. */
  full: boolean
  /** The backing disk can be read. */
  medium: boolean
  /** It has never held a file system: a new disk, before a resync or somebody gives it one. */
  blank: boolean
  /** A mixture that was declared UpToDate by force: its file system wants a check before a mount. */
  damaged: boolean
  meta: Metadata | null
  role: 'Primary' | 'Secondary'
  disk: DiskState
  cs: ConnectionState
  /** What it remembers of the peer's disk while not connected. */
  peerDisk: 'DUnknown' | 'Inconsistent' | 'Outdated'
  /** The generation last shown to users, kept by a Primary without a disk. */
  exposed: number
  mode: ConnectMode
  /**
   * Split-brain policies in the configuration file, and in the running network configuration: those
   * the cluster is configured with, or what somebody has set on this host.
   */
  policyFile: PolicyName | 'configured'
  policies: PolicyName | 'configured'
  snapshot: Snapshot | null
  lastSplit: SplitRecord | null
  tentative: 'none' | 'source' | 'target' | 'split'
}

/**
 * The whole cluster. The rules work on one that is theirs alone (see `draft`); what `apply` returns
 * is never changed again.
 */
export interface Cluster {
  readonly settings: Settings
  /** How open questions are answered while an event is followed. */
  course: Course
  /** Who stays MASTER when both are: the higher source address. */
  readonly higherIp: HostName
  readonly be1: Host
  readonly be2: Host
  /** Whether the hosts reach each other. */
  replication: boolean
  heartbeat: boolean
  /** Seconds until the running resync is done; 0: none runs. */
  syncLeft: number
  nextGeneration: number
  /** The policies the cluster is configured with; null before it mattered, where that is open. */
  configured: PolicyName | null
  /** Whom clients reach, while both hosts carry the virtual IP. */
  reached: Ways['clients'] | null
  /** Acknowledged writes and where each is; see `ledger.ts`. */
  writes: readonly number[]
  /** Mails sent by DRBD's handlers. */
  mails: number
}

/** A state as others see it: nothing in it can be changed. */
export type ClusterState = DeepReadonly<Cluster>

type DeepReadonly<T> = {
  readonly [K in keyof T]: T[K] extends object | null ? DeepReadonly<T[K]> : T[K]
}

// Written out: a literal is copied several times faster than a spread of so many fields, and every
// event copies both hosts.
function copyHost(host: Host): Host {
  return {
    name: host.name,
    power: host.power,
    awaitsPeer: host.awaitsPeer,
    autostart: host.autostart,
    keepalived: host.keepalived,
    vrrp: host.vrrp,
    takeoverIn: host.takeoverIn,
    requested: host.requested,
    current: host.current,
    transition: host.transition,
    triesLeft: host.triesLeft,
    services: host.services,
    mounted: host.mounted,
    held: host.held,
    full: host.full,
    medium: host.medium,
    blank: host.blank,
    damaged: host.damaged,
    meta: host.meta && copyMetadata(host.meta),
    role: host.role,
    disk: host.disk,
    cs: host.cs,
    peerDisk: host.peerDisk,
    exposed: host.exposed,
    mode: host.mode,
    policyFile: host.policyFile,
    policies: host.policies,
    snapshot: host.snapshot,
    lastSplit: host.lastSplit,
    tentative: host.tentative,
  }
}

export function copyMetadata(meta: Readonly<Metadata>): Metadata {
  return {
    current: meta.current,
    bitmap: meta.bitmap,
    history1: meta.history1,
    history2: meta.history2,
    currentPrimary: meta.currentPrimary,
    bitmapPrimary: meta.bitmapPrimary,
    allMarked: meta.allMarked,
    crashedPrimary: meta.crashedPrimary,
    consistent: meta.consistent,
    wasUpToDate: meta.wasUpToDate,
    primaryIndicator: meta.primaryIndicator,
    connectedIndicator: meta.connectedIndicator,
    peerOutdated: meta.peerOutdated,
  }
}

/** A copy that rules may change; what they never change is shared with the original. */
export function draft(state: ClusterState, course: Course): Cluster {
  const cluster = state as Cluster
  return {
    settings: cluster.settings,
    course,
    higherIp: cluster.higherIp,
    be1: copyHost(cluster.be1),
    be2: copyHost(cluster.be2),
    replication: cluster.replication,
    heartbeat: cluster.heartbeat,
    syncLeft: cluster.syncLeft,
    nextGeneration: cluster.nextGeneration,
    configured: cluster.configured,
    reached: cluster.reached,
    writes: cluster.writes,
    mails: cluster.mails,
  }
}

export const hosts = (cluster: Cluster): readonly [Host, Host] => [cluster.be1, cluster.be2]

export const otherName = (name: HostName): HostName => (name === 'be1' ? 'be2' : 'be1')

export const peerOf = (cluster: Cluster, host: Host): Host =>
  host.name === 'be1' ? cluster.be2 : cluster.be1

/** Connected, resync or not: the two hosts exchange writes. */
export const isConnected = (host: Host): boolean =>
  host.cs === 'Connected' || host.cs === 'SyncSource' || host.cs === 'SyncTarget'

export const isSyncing = (host: Host): boolean =>
  host.cs === 'SyncSource' || host.cs === 'SyncTarget'

/** The peer's disk as this host shows it. */
export function seenPeerDisk(cluster: Cluster, host: Host): DiskState | 'DUnknown' {
  return isConnected(host) ? peerOf(cluster, host).disk : host.peerDisk
}

/** A Primary can read and write: from its own disk, or through the peer's. */
export function hasData(cluster: Cluster, host: Host): boolean {
  if (host.disk === 'UpToDate' || host.disk === 'Outdated') return true
  return isConnected(host) && peerOf(cluster, host).disk === 'UpToDate'
}

/** The host whose disk a Primary reads: its own, or its peer's. */
export const readFrom = (cluster: Cluster, host: Host): Host =>
  host.disk === 'UpToDate' || host.disk === 'Outdated' ? host : peerOf(cluster, host)
