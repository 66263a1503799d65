import type {HostName} from '../../vocabulary/event.ts'
import {servicesRun} from '../services.ts'
import {type Cluster, type Host, hosts} from '../state.ts'
import {mountPoint} from '../filesystem.ts'
import {addresses, virtualIp} from './facts.ts'

/** `ip addr show`. */
export function ipAddr(host: Host): string {
  const own = addresses[host.name]
  return [
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN',
    '    inet 127.0.0.1/8 scope host lo',
    '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP qlen 1000',
    `    inet ${own.heartbeat}/24 brd 192.0.2.255 scope global eth0`,
    ...(host.vrrp === 'MASTER' ? [`    inet ${virtualIp}/32 scope global eth0`] : []),
    '3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP qlen 1000',
    `    inet ${own.replication}/24 brd 198.51.100.255 scope global eth1`,
    '',
  ].join('\n')
}

/** `/proc/mounts`. */
export const procMounts = (host: Host): string =>
  [
    'proc /proc proc rw,relatime 0 0',
    '/dev/mapper/system-root / ext4 rw,relatime,data=ordered 0 0',
    '/dev/mapper/system-var /var ext4 rw,relatime,data=ordered 0 0',
    ...(host.mounted ? [`/dev/drbd0 ${mountPoint} ext4 rw,relatime,data=ordered 0 0`] : []),
    '',
  ].join('\n')

/** `mount` without arguments. */
export const mountTable = (host: Host): string =>
  procMounts(host).replace(/^(\S+) (\S+) (\S+) (\S+) 0 0$/gm, '$1 on $2 type $3 ($4)')

const dfRow = (
  device: string,
  size: string,
  used: string,
  free: string,
  share: string,
  on: string,
) =>
  [
    device.padEnd(24),
    size.padStart(5),
    used.padStart(5),
    free.padStart(5),
    share.padStart(4),
    on,
  ].join(' ')

/** `df -h`. */
export const df = (host: Host): string =>
  [
    dfRow('Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on'),
    dfRow('/dev/mapper/system-root', '20G', '4.1G', '15G', '22%', '/'),
    host.full
      ? dfRow('/dev/mapper/system-var', '40G', '40G', '0', '100%', '/var')
      : dfRow('/dev/mapper/system-var', '40G', '11G', '27G', '29%', '/var'),
    ...(host.mounted ? [dfRow('/dev/drbd0', '79G', '12G', '64G', '16%', mountPoint)] : []),
    '',
  ].join('\n')

/** `ps`, of keepalived or of everything. */
export const ps = (host: Host): string =>
  [
    '  PID TTY          TIME CMD',
    '    1 ?        00:00:03 init',
    ...(host.keepalived ? [' 3121 ?        00:00:01 keepalived'] : []),
    '',
  ].join('\n')

const fuserRow = (user: string, pid: string, access: string, command: string): string =>
  `                     ${user.padEnd(10)} ${pid.padStart(6)} ${access} ${command}`

/** `fuser -vm` on the mount point. */
export function fuser(host: Host): string {
  if (!host.mounted) return `Specified filename ${mountPoint} is not a mountpoint.\n`
  return [
    '                     USER        PID ACCESS COMMAND',
    `${mountPoint}:`,
    fuserRow('root', 'kernel', 'mount', mountPoint),
    ...(servicesRun(host) ? [fuserRow('opscode-pgsql', '4711', 'F.c..', 'postgres')] : []),
    ...(host.held ? [fuserRow('root', '7042', '..c..', 'tar')] : []),
    '',
  ].join('\n')
}

/** `lvs opscode`. */
export const lvs = (host: Host): string =>
  [
    '  LV    VG      Attr       LSize  Pool Origin Data%  Meta%  Move Log Cpy%Sync Convert',
    `  drbd  opscode ${host.snapshot ? 'owi' : '-wi'}-ao---- 80.00g`,
    ...(host.snapshot ? ['  keep  opscode swi-a-s--- 16.00g      drbd   0.41'] : []),
    '',
  ].join('\n')

/** `ping -c 3`. */
export function ping(cluster: Cluster, from: HostName | undefined, target: string): string {
  const name: HostName = target.startsWith('be1') ? 'be1' : 'be2'
  const overReplication = /^be[12][-.]?(?:repl|drbd|cluster|cross|sync)/.test(target)
  const link = overReplication ? cluster.replication : cluster.heartbeat
  const up = cluster[name].power === 'on' && (from === undefined || from === name || link)
  const address = addresses[name][overReplication ? 'replication' : 'heartbeat']
  const replies = [1, 2, 3].map(
    (sequence) => `64 bytes from ${address}: icmp_seq=${sequence} ttl=64 time=0.2${sequence} ms`,
  )
  return [
    `PING ${target} (${address}) 56(84) bytes of data.`,
    ...(up ? replies : []),
    '',
    `--- ${target} ping statistics ---`,
    up
      ? '3 packets transmitted, 3 received, 0% packet loss, time 2003ms'
      : '3 packets transmitted, 0 received, 100% packet loss, time 2999ms',
    '',
  ].join('\n')
}

/** `nc -zv HOST 7788`. */
export function portCheck(cluster: Cluster, from: HostName | undefined, target: string): string {
  const name: HostName = target.startsWith('be1') ? 'be1' : 'be2'
  const up = hosts(cluster).every((host) => host.power === 'on') && cluster.replication
  const reached = from === undefined || from === name ? cluster[name].power === 'on' : up
  return reached
    ? `Connection to ${target} 7788 port [tcp/*] succeeded!\n`
    : `nc: connect to ${target} port 7788 (tcp) failed: No route to host\n`
}
