import type {HostName} from './event.ts'
import {drbdService} from './drbd-command.ts'
import {
  type CommandReader,
  type Known,
  hasOption,
  onHost,
  operands,
  read,
  unknown,
} from './simple-command.ts'

const device = /^\/dev\/drbd(?:\d+|\/by-res\/\S+)?$/
const mountPoint = /^\/var\/opt\/opscode\/drbd\/data\/?$/
const lockFile = /\/cluster-transition\.lock$/
const origin = /^(?:\/dev\/)?(?:mapper\/opscode-drbd|opscode\/drbd)$/

const touches = (args: readonly string[], ...patterns: readonly RegExp[]): boolean =>
  operands(args).some((arg) => patterns.some((pattern) => pattern.test(arg)))

const reads =
  (...shows: readonly string[]): CommandReader =>
  () =>
    read(...shows)

/** What a file shows to somebody who prints or searches it. */
function fileShows(path: string): readonly string[] {
  if (path === '/proc/drbd') return ['cs', 'ro', 'peer-ro', 'ds', 'peer-ds', 'oos']
  if (/^\/(?:proc|etc)\/(?:self\/)?(?:mounts|mtab)$/.test(path)) return ['mounted']
  if (/(?:current|requested)_cluster_status$/.test(path)) return ['status']
  if (/\/var\/log\/(?:kern|dmesg)/.test(path)) return ['log', 'tentative']
  if (/\/var\/log\/(?:messages|syslog)/.test(path)) return ['log', 'tentative', 'vrrp']
  if (/keepalived\/current$/.test(path)) return ['vrrp']
  return []
}

const printsFiles: CommandReader = (args) => read(...new Set(operands(args).flatMap(fileShows)))

const ping: CommandReader = (args) => {
  const target = operands(args).at(-1) ?? ''
  if (/^be[12][-.]?(?:repl|drbd|cluster|cross|sync)/.test(target)) return read('replication')
  return /^be[12](?:$|[-.])/.test(target) ? read('heartbeat') : read()
}

const portCheck: CommandReader = (args) => (args.includes('7788') ? read('replication') : read())

const curl: CommandReader = (args) => {
  if (hasOption(args, '-X', '--request', '-d', '--data', '-T', '--upload-file'))
    return unknown('Only requests that read are understood.')
  return read(...(args.some((arg) => /\/_status\b/.test(arg)) ? ['served'] : []))
}

const ipCommand: CommandReader = (args) => {
  const [object, verb] = operands(args).filter((arg) => !/^\d$/.test(arg))
  if (verb && /^(?:add|del|delete|flush|set|change|replace)$/.test(verb)) {
    return unknown('keepalived owns the virtual IP: start or stop keepalived instead.')
  }
  return read(...(object && 'address'.startsWith(object) ? ['vip'] : []))
}

const journalctl: CommandReader = (args) => {
  if (args.some((arg) => arg.startsWith('--vacuum')))
    return unknown(
      'Say it as an action: “free disk space on HOST”, or rotate logs with “logrotate -f”.',
    )
  if (hasOption(args, '-k', '--dmesg')) return read('log', 'tentative')
  return read(
    ...(args.some((arg) => arg.includes('keepalived')) ? ['vrrp'] : ['log', 'tentative', 'vrrp']),
  )
}

const processes: CommandReader = () => read('keepalived')

const fuser: CommandReader = (args, host) => {
  const kills = args.some((arg) => /^-[a-z]*k/.test(arg) || arg === '--kill')
  return kills ? release(args, host) : read('held')
}

const release: CommandReader = (_args, host) =>
  onHost(host, 'change', (on) => ({kind: 'release-device', host: on}))

const mount: CommandReader = (args, host) => {
  if (operands(args).length === 0) return read('mounted')
  if (!touches(args, device, mountPoint)) return read()
  return onHost(host, 'change', (on) => ({kind: 'mount', host: on}))
}

const umount: CommandReader = (args, host) => {
  if (operands(args).length === 0) return unknown('Name what is to be unmounted.')
  if (!touches(args, device, mountPoint)) return read()
  return onHost(host, 'change', (on) => ({kind: 'unmount', host: on}))
}

const lvcreate: CommandReader = (args, host) => {
  if (!hasOption(args, '-s', '--snapshot'))
    return unknown(
      'Only snapshots are understood: “lvcreate -s -n NAME -L SIZE /dev/opscode/drbd”.',
    )
  if (!touches(args, origin))
    return unknown('Take the snapshot of the backing volume, /dev/opscode/drbd.')
  return onHost(host, 'change', (on) => ({kind: 'snapshot', host: on, verb: 'take'}))
}

const lvremove: CommandReader = (args, host) => {
  if (touches(args, origin)) return unknown('This is the data itself, not a snapshot of it.')
  if (operands(args).length === 0) return unknown('Name the snapshot that is to go.')
  return onHost(host, 'destroy', (on) => ({kind: 'snapshot', host: on, verb: 'remove'}))
}

const lvconvert: CommandReader = (args, host) => {
  if (!hasOption(args, '--merge', '--mergesnapshot'))
    return unknown('Only “lvconvert --merge opscode/SNAPSHOT” is understood.')
  return onHost(host, 'destroy', (on) => ({kind: 'snapshot', host: on, verb: 'restore'}))
}

const shutDown = (host: HostName | undefined, restart: boolean): Known =>
  onHost(host, 'change', (on) => ({kind: 'shut-down', host: on, ...(restart && {restart})}))

const shutdown: CommandReader = (args, host) => shutDown(host, hasOption(args, '-r', '--reboot'))

const frees: CommandReader = (_args, host) =>
  onHost(host, 'change', (on) => ({kind: 'free-space', host: on}))

const rm: CommandReader = (args, host) => {
  const files = operands(args)
  const logs =
    files.length > 0 &&
    files.every((file) => /^\/var\/(?:log|cache|tmp)\/./.test(file) && !file.includes('..'))
  return logs
    ? frees(args, host)
    : unknown('Remove only old logs and caches: below /var/log, /var/cache or /var/tmp.')
}

const fsck: CommandReader = (args, host) => {
  if (hasOption(args, '-n', '-N')) return read()
  return onHost(host, 'change', (on) => ({kind: 'check-filesystem', host: on}))
}

const keepalivedByService = unknown(
  'Chef runs keepalived itself: “chef-server-ctl stop keepalived”, “chef-server-ctl start keepalived”.',
)

function service(
  name: string | undefined,
  verb: string | undefined,
  host: HostName | undefined,
): Known {
  if (name === undefined || verb === 'status' || verb === 'is-active')
    return read(...(name === 'keepalived' ? ['keepalived'] : []))
  if (/^drbd(?:\.service)?$/.test(name)) return drbdService(verb, host)
  return name.startsWith('keepalived') ? keepalivedByService : unknown()
}

const systemctl: CommandReader = (args, host) => {
  const [verb, name] = operands(args)
  if (verb === 'poweroff' || verb === 'reboot') return shutDown(host, verb === 'reboot')
  return service(name, verb, host)
}

const find: CommandReader = (args, host) => {
  if (hasOption(args, '-exec', '-execdir', '-ok'))
    return unknown('Write what is done to each file as a command of its own.')
  const below = operands(args).slice(0, 1)
  return args.includes('-delete')
    ? rm(
        below.map((folder) => `${folder}/*`),
        host,
      )
    : read()
}

const ipmitool: CommandReader = (args) =>
  args.at(-1) === 'status' ? read() : unknown('Say it as an action: “power off HOST”.')

const truncate: CommandReader = (args, host) =>
  rm(
    operands(args).filter((arg) => !/^\d+[A-Z]?$/.test(arg)),
    host,
  )

const never =
  (why: string): CommandReader =>
  () =>
    unknown(why)

/** Commands of the operating system by name. */
export const systemCommands: Readonly<Record<string, CommandReader>> = {
  arping: reads(),
  awk: printsFiles,
  cat: printsFiles,
  column: reads(),
  cp: printsFiles,
  curl,
  cut: reads(),
  date: reads(),
  dd: never('Copy a volume as a snapshot: “lvcreate -s”.'),
  df: reads('mounted', 'space'),
  dig: reads(),
  dmesg: reads('log', 'tentative'),
  'drbd-overview': reads('cs', 'ro', 'peer-ro', 'ds', 'peer-ds', 'mounted'),
  du: reads(),
  e2fsck: fsck,
  echo: reads(),
  egrep: printsFiles,
  ethtool: reads(),
  false: reads(),
  find,
  findmnt: reads('mounted'),
  free: reads(),
  fsck,
  fuser,
  getent: reads(),
  grep: printsFiles,
  gzip: reads(),
  halt: (_args, host) => shutDown(host, false),
  head: printsFiles,
  host: reads(),
  hostname: reads(),
  id: reads(),
  // keepalived's address carries no label: ifconfig does not show it.
  ifconfig: reads(),
  ip: ipCommand,
  ipmitool,
  iptables: never(
    'A filter rule on one port does not separate the hosts: say “unplug the replication cable”.',
  ),
  journalctl,
  kill: release,
  last: reads(),
  less: printsFiles,
  logrotate: frees,
  ls: (args) => read(...(touches(args, lockFile) ? ['transition'] : [])),
  lsblk: reads(),
  lsof: reads(),
  lvconvert,
  lvcreate,
  lvdisplay: reads(),
  lvremove,
  lvs: reads('snapshot'),
  md5sum: reads(),
  mkdir: reads(),
  mkfs: never('This empties the device. If that is meant: an action “make a file system on HOST”.'),
  more: printsFiles,
  mount,
  nc: portCheck,
  netstat: reads(),
  ntpq: reads(),
  ping,
  pgrep: reads(),
  pkill: release,
  poweroff: (_args, host) => shutDown(host, false),
  ps: processes,
  pvs: reads(),
  reboot: (_args, host) => shutDown(host, true),
  rm,
  rsync: never('Say it as an action: “take a backup of the data on HOST”.'),
  scp: reads(),
  sed: (args) =>
    args.some((arg) => /^-[a-z]*i/.test(arg))
      ? unknown('Edit by hand, and say what in an action.')
      : printsFiles(args, undefined),
  service: (args, host) => service(operands(args)[0], operands(args)[1], host),
  sha256sum: reads(),
  shutdown,
  sleep: reads(),
  smartctl: reads(),
  sort: reads(),
  ss: reads(),
  ssh: never('Say on which host the command runs instead of going there by ssh.'),
  stat: reads(),
  sync: reads(),
  systemctl,
  tail: printsFiles,
  tar: (args) =>
    /x/.test(args[0] ?? '') || hasOption(args, '--extract')
      ? unknown('Say it as an action: “restore the backup on HOST”.')
      : read(),
  tcpdump: reads(),
  tee: reads(),
  test: reads(),
  top: reads(),
  tr: reads(),
  true: reads(),
  truncate,
  umount,
  uname: reads(),
  uniq: reads(),
  uptime: reads(),
  vgdisplay: reads(),
  vgs: reads(),
  w: reads(),
  wc: reads(),
  who: reads(),
  xfs_repair: fsck,
}
