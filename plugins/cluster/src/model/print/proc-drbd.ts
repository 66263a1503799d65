import {isUnconfigured, marks} from '../observe.ts'
import {resyncSeconds} from '../resync.ts'
import {type Cluster, type Host, isConnected, isSyncing, peerOf, seenPeerDisk} from '../state.ts'

const version = [
  'version: 8.4.11 (api:1/proto:86-101)',
  'GIT-hash: 6f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5f6a7b8c9 build by mockbuild@, 2018-11-03 01:26:55',
]

/** KiB of the whole device. */
const deviceSize = 83_882_296

/** KiB marked out of sync: a little for every write, or all there is. */
export function outOfSync(cluster: Cluster, host: Host): number {
  if (isSyncing(host)) return Math.round((deviceSize / 16) * (cluster.syncLeft / resyncSeconds))
  const count = marks(cluster, host)
  return count > 1000 ? deviceSize : count * 4096
}

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** The two lines of progress under a resync. `drbd_syncer_progress` (drbd_proc.c). */
function progress(cluster: Cluster, host: Host): string[] {
  const total = Math.round(deviceSize / 16)
  const left = outOfSync(cluster, host)
  const perMil = Math.floor(1000 - (left * 1000) / (total + 1))
  const done = Math.floor(perMil / 50)
  const bar = '='.repeat(Math.max(0, done - 1)) + '>' + '.'.repeat(20 - done)
  const share = `${String(Math.floor(perMil / 10)).padStart(3)}.${perMil % 10}%`
  const seconds = String(cluster.syncLeft % 60).padStart(2, '0')
  const want = host.cs === 'SyncTarget' ? ' want: 40,960' : ''
  const speed = grouped(Math.round(total / resyncSeconds))
  return [
    `\t[${bar}] sync'ed:${share} (${left}/${total})K`,
    `\tfinish: 0:0${Math.floor(cluster.syncLeft / 60)}:${seconds} speed: ${speed} (${speed})${want} K/sec`,
  ]
}

/** The line with the state. StandAlone has no network configuration and so no protocol letter. */
export function stateLine(cluster: Cluster, host: Host): string {
  if (isUnconfigured(host)) return ' 0: cs:Unconfigured'
  const peerRole = isConnected(host) ? peerOf(cluster, host).role : 'Unknown'
  const protocol = host.cs === 'StandAlone' ? ' ' : 'C'
  const disks = `${host.disk}/${seenPeerDisk(cluster, host)}`
  return ` 0: cs:${host.cs} ro:${host.role}/${peerRole} ds:${disks} ${protocol} r-----`
}

function counters(cluster: Cluster, host: Host): string {
  const sent = host.role === 'Primary' ? 'ns:184320 nr:96 dw:184416' : 'ns:0 nr:184320 dw:184320'
  const read = host.name === 'be1' ? 2097 : 1448
  const rest = `dr:${read} al:41 bm:12 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f`
  return `    ${sent} ${rest} oos:${outOfSync(cluster, host)}`
}

/** `/proc/drbd` of DRBD 8.4, byte for byte (`drbd_seq_show`). */
export function procDrbd(cluster: Cluster, host: Host): string {
  const lines = [...version, stateLine(cluster, host)]
  if (!isUnconfigured(host)) lines.push(counters(cluster, host))
  if (isSyncing(host)) lines.push(...progress(cluster, host))
  return lines.join('\n') + '\n'
}
