import {isUnconfigured, readableMetadata} from '../observe.ts'
import {outOfSync} from './proc-drbd.ts'
import {
  type Cluster,
  type Host,
  type Metadata,
  isConnected,
  isSyncing,
  peerOf,
  seenPeerDisk,
} from '../state.ts'

/** A generation as 64 bits whose lowest says that it was written as Primary. */
function hex(generation: number, primary = false): string {
  if (generation === 0) return '0'.repeat(16)
  if (generation === 1) return (primary ? '5' : '4').padStart(16, '0')
  let high = Math.imul(generation, 0x9e3779b1) >>> 0
  high = (high ^ (high >>> 15)) >>> 0
  const low = (Math.imul(generation + 977, 0x85ebca77) >>> 0) & ~1
  const word = (part: number): string => (part >>> 0).toString(16).padStart(8, '0').toUpperCase()
  return word(high) + word(low | (primary ? 1 : 0))
}

const flag = (set: boolean): number => (set ? 1 : 0)

/** `dt_print_uuids`: four generations, then seven flags. */
function identifiers(meta: Metadata): string {
  const generations = [
    hex(meta.current, meta.currentPrimary),
    hex(meta.bitmap, meta.bitmapPrimary),
    hex(meta.history1),
    hex(meta.history2),
  ]
  const flags = [
    meta.consistent,
    meta.wasUpToDate,
    meta.primaryIndicator,
    meta.connectedIndicator,
    false,
    meta.peerOutdated,
    meta.crashedPrimary,
  ]
  return [...generations, ...flags.map(flag)].join(':') + '\n'
}

function getGi(cluster: Cluster, host: Host): string {
  const meta = readableMetadata(cluster, host)
  return meta ? identifiers(meta) : 'Device has no disk\n'
}

const legend = [
  '',
  '       +--<  Current data generation UUID  >-',
  "       |               +--<  Bitmap's base data generation UUID  >-",
  '       |               |                 +--<  younger history UUID  >-',
  '       |               |                 |         +-<  older history  >-',
  '       V               V                 V         V',
].join('\n')

function showGi(cluster: Cluster, host: Host): string {
  const meta = readableMetadata(cluster, host)
  return meta ? `${legend}\n${identifiers(meta)}` : 'Device has no disk\n'
}

/** Replication states as the newer tools name them. */
const replication = (host: Host): string => (host.cs === 'Connected' ? 'Established' : host.cs)

/** `drbdadm status` of the 8.4 tools: the shape of DRBD 9, the peer's name always `peer`. */
function status(cluster: Cluster, host: Host): string {
  if (isUnconfigured(host)) return '# No currently configured DRBD found.\n'
  const own = [`pc0 role:${host.role}`, `  disk:${host.disk}`]
  if (!isConnected(host)) {
    const state = host.cs === 'WFConnection' ? 'Connecting' : host.cs
    return [...own, `  peer connection:${state}`, '', ''].join('\n')
  }
  const done = isSyncing(host) ? ` done:${(100 - cluster.syncLeft).toFixed(2)}` : ''
  const peer = peerOf(cluster, host)
  const line = `    replication:${replication(host)} peer-disk:${peer.disk}${done}`
  return [...own, `  peer role:${peer.role}`, line, '', ''].join('\n')
}

const shown = (host: Host, text: string): string =>
  (isUnconfigured(host) ? 'Unconfigured' : text) + '\n'

const commands: Readonly<Record<string, (cluster: Cluster, host: Host) => string>> = {
  role: (cluster, host) =>
    shown(host, `${host.role}/${isConnected(host) ? peerOf(cluster, host).role : 'Unknown'}`),
  cstate: (_cluster, host) => shown(host, host.cs),
  dstate: (cluster, host) => shown(host, `${host.disk}/${seenPeerDisk(cluster, host)}`),
  'get-gi': getGi,
  'show-gi': showGi,
  status,
}

/** What `drbdadm COMMAND pc0` prints; nothing for what only changes something. */
export function printDrbdadm(cluster: Cluster, host: Host, command: string): string {
  const print = Object.hasOwn(commands, command) ? commands[command] : undefined
  return print ? print(cluster, host) : ''
}

/** `drbdsetup status --json`. */
export function printStatusJson(cluster: Cluster, host: Host): string {
  if (isUnconfigured(host)) return '[]\n'
  const connected = isConnected(host)
  const peer = peerOf(cluster, host)
  const device = {volume: 0, minor: 0, 'disk-state': host.disk}
  const peerDevice = {
    volume: 0,
    'replication-state': connected ? replication(host) : 'Off',
    'peer-disk-state': seenPeerDisk(cluster, host),
    'out-of-sync': outOfSync(cluster, host),
  }
  const connection = {
    name: 'peer',
    'connection-state': connected
      ? 'Connected'
      : host.cs === 'WFConnection'
        ? 'Connecting'
        : host.cs,
    'peer-role': connected ? peer.role : 'Unknown',
    peer_devices: [peerDevice],
  }
  const resource = {name: 'pc0', role: host.role, devices: [device], connections: [connection]}
  return JSON.stringify([resource], null, 1) + '\n'
}

/** `drbd-overview`. */
export function printOverview(cluster: Cluster, host: Host): string {
  if (isUnconfigured(host)) return ' 0:pc0/0  Unconfigured . .\n'
  const peerRole = isConnected(host) ? peerOf(cluster, host).role : 'Unknown'
  const disks = `${host.disk}/${seenPeerDisk(cluster, host)}`
  const mount = host.mounted ? ' /var/opt/opscode/drbd/data ext4 79G 12G 64G 16%' : ''
  return ` 0:pc0/0  ${host.cs} ${host.role}/${peerRole} ${disks}${mount}\n`
}
