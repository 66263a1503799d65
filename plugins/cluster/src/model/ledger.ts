import type {HostName} from '../vocabulary/event.ts'
import {type Cluster, type Host, hasData, isConnected, peerOf, readFrom} from './state.ts'

/*
 * The hidden truth: every acknowledged write as a number whose bits say where it is. No rule that
 * decides for DRBD or for a responder may look at the copies; only verdicts do. The marks are
 * DRBD's own bitmap: blocks this host knows the peer lacks or, in a resync, is still to be sent.
 */
const onDisk = {be1: 1, be2: 2} as const
const inSnapshot = {be1: 4, be2: 8} as const
const inBackup = 16
const marked = {be1: 32, be2: 64} as const
const copies = 31
/** Copies and marks: what may still happen to a write depends on these alone. */
export const fate = 127
const writtenOn = {be1: 128, be2: 256} as const

const whereData = {...onDisk, backup: inBackup} as const

type Place = keyof typeof whereData

/** The write every cluster starts with: on both disks and in last night's backup. */
export const firstWrite = onDisk.be1 | onDisk.be2 | inBackup | writtenOn.be1

function change(cluster: Cluster, each: (write: number) => number): void {
  cluster.writes = cluster.writes.map(each)
}

const put = (write: number, bit: number, on: boolean): number => (on ? write | bit : write & ~bit)

/** Makes the data of `to` equal to that of `from`. */
export function copyData(cluster: Cluster, from: Place, to: Place): void {
  change(cluster, (write) => put(write, whereData[to], (write & whereData[from]) !== 0))
}

/** Leaves on `name` only what both disks hold: the start of a resync (R11). */
export function keepCommonData(cluster: Cluster, name: HostName): void {
  const both = onDisk.be1 | onDisk.be2
  change(cluster, (write) => put(write, onDisk[name], (write & both) === both))
}

export function loseDisk(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => write & ~(onDisk[name] | inSnapshot[name] | marked[name]))
}

/** The disk stays; what was on it is overwritten. */
export function eraseData(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => write & ~onDisk[name])
}

export function snapshotData(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => put(write, inSnapshot[name], (write & onDisk[name]) !== 0))
}

export function dropSnapshot(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => write & ~inSnapshot[name])
}

export function restoreSnapshotData(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => put(write, onDisk[name], (write & inSnapshot[name]) !== 0))
}

/** Each side takes over what the other has marked: the bitmaps are exchanged before a resync. */
export function mergeMarks(cluster: Cluster): void {
  const both = marked.be1 | marked.be2
  change(cluster, (write) => (write & both ? write | both : write))
  const metas = [cluster.be1.meta!, cluster.be2.meta!]
  const all = metas.some((meta) => meta.allMarked)
  for (const meta of metas) meta.allMarked = all
}

export function clearMarks(cluster: Cluster): void {
  change(cluster, (write) => write & ~(marked.be1 | marked.be2))
  for (const host of [cluster.be1, cluster.be2]) if (host.meta) host.meta.allMarked = false
}

export function forgetMarks(cluster: Cluster, name: HostName): void {
  change(cluster, (write) => write & ~marked[name])
}

/** How many blocks the host has marked: what it sends as its number of changes. */
export function countMarks(cluster: Cluster, host: Host): number {
  if (host.meta?.allMarked) return Number.MAX_SAFE_INTEGER
  return cluster.writes.reduce((count, write) => count + (write & marked[host.name] ? 1 : 0), 0)
}

/** Marks what differs after the data of a host was replaced behind DRBD's bitmap. */
export function markAll(host: Host): void {
  if (host.meta) host.meta.allMarked = true
}

/** Where a write that this host acknowledges now ends up (R1). */
function placesOf(cluster: Cluster, host: Host): number {
  const peer = peerOf(cluster, host)
  const connected = isConnected(host)
  const here = host.disk === 'Diskless' ? 0 : onDisk[host.name]
  const there = connected && peer.disk !== 'Diskless' ? onDisk[peer.name] : 0
  const ownMark = here !== 0 && there === 0 ? marked[host.name] : 0
  const peerMark = here === 0 && there !== 0 ? marked[peer.name] : 0
  return here | there | ownMark | peerMark | writtenOn[host.name]
}

/** A client's write that `host` acknowledges. */
export function acknowledge(cluster: Cluster, host: Host): void {
  cluster.writes = [...cluster.writes, placesOf(cluster, host)]
}

/** Whether no earlier write shares the fate of one that came now. */
export function wouldBeNew(cluster: Cluster, host: Host): boolean {
  const write = placesOf(cluster, host) & fate
  return !cluster.writes.some((known) => (known & fate) === write)
}

/** How a story names a write. */
export function nameWrite(write: number, index: number): string {
  return `write ${index} taken on ${write & writtenOn.be1 ? 'be1' : 'be2'}`
}

/** Acknowledged, and in no copy any more. */
export const isLost = (write: number): boolean => (write & copies) === 0

/** Whether users of this host see the write. */
export function isSeenOn(cluster: Cluster, host: Host, write: number): boolean {
  if (!hasData(cluster, host)) return false
  return (write & onDisk[readFrom(cluster, host).name]) !== 0
}

/** The bits with the hosts exchanged. */
export function mirrorWrite(write: number): number {
  const low = write & (onDisk.be1 | inSnapshot.be1 | marked.be1 | writtenOn.be1)
  const high = write & (onDisk.be2 | inSnapshot.be2 | marked.be2 | writtenOn.be2)
  return (write & inBackup) | (low << 1) | (high >> 1)
}
