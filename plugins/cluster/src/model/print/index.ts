import {unwrap} from '../../vocabulary/command.ts'
import type {HostName} from '../../vocabulary/event.ts'
import {type SimpleCommand, parseShellLine} from '../../vocabulary/shell-line.ts'
import {operands} from '../../vocabulary/simple-command.ts'
import {unreachable} from '../refusal.ts'
import type {Cluster, ClusterState, Host} from '../state.ts'
import {chefStatus, clusterLog, haStatus, lockFile, statusPage} from './chef.ts'
import {printDrbdadm, printOverview, printStatusJson} from './drbdadm.ts'
import {moment} from './facts.ts'
import {filter} from './filter.ts'
import {dmesg, kernelJournal, keepalivedJournal, syslog} from './logs.ts'
import {procDrbd} from './proc-drbd.ts'
import {df, fuser, ipAddr, lvs, mountTable, ping, portCheck, procMounts, ps} from './system.ts'

type Printer = (cluster: Cluster, host: Host, args: readonly string[]) => string

const keepalivedFiles = /^\/var\/opt\/opscode\/keepalived\/(current|requested)_cluster_status$/

/** What stands in a file of the host; empty for files the model knows nothing of. */
function fileText(cluster: Cluster, host: Host, path: string): string {
  const status = keepalivedFiles.exec(path)?.[1] as 'current' | 'requested' | undefined
  if (status) return `${host[status]}\n`
  if (path === '/proc/drbd') return procDrbd(cluster, host)
  if (/^\/(?:proc|etc)\/(?:self\/)?(?:mounts|mtab)$/.test(path)) return procMounts(host)
  if (path.endsWith('/keepalived/cluster.log')) return clusterLog(host, moment.mail)
  if (/\/keepalived\/current$/.test(path)) return keepalivedJournal(host)
  if (/^\/var\/log\/(?:kern|dmesg)/.test(path)) return kernelJournal(host)
  return /^\/var\/log\/(?:messages|syslog)/.test(path) ? syslog(host) : ''
}

const files: Printer = (cluster, host, args) =>
  operands(args)
    .map((path) => fileText(cluster, host, path))
    .join('')

const grepFiles: Printer = (cluster, host, args) =>
  filter(
    {words: ['grep', ...args.filter((arg) => !arg.startsWith('/'))], piped: true},
    files(cluster, host, args),
  )

const chef =
  (withDrbd: boolean): Printer =>
  (cluster, host, args) => {
    const [command, service] = operands(args)
    if (command === 'ha-status') return haStatus(cluster, host, withDrbd)
    return command === 'status' ? chefStatus(host, service) : ''
  }

const journal: Printer = (_cluster, host, args) => {
  if (args.some((arg) => arg.includes('keepalived'))) return keepalivedJournal(host)
  return args.includes('-k') || args.includes('--dmesg') ? kernelJournal(host) : syslog(host)
}

const drbdsetup: Printer = (cluster, host, args) => {
  const named = operands(args).filter((arg) => !/^(?:\/dev\/|\d)/.test(arg))
  if (named[0] === 'status' && args.includes('--json')) return printStatusJson(cluster, host)
  return printDrbdadm(cluster, host, named[0] ?? '')
}

/** Commands that print the same wherever they run. */
const anywhere: Readonly<
  Record<string, (cluster: Cluster, from: HostName | undefined, args: readonly string[]) => string>
> = {
  curl: (cluster, _from, args) =>
    args.some((arg) => arg.includes('/_status')) ? statusPage(cluster) : '',
  date: () => `${moment.date}\n`,
  echo: (_cluster, _from, args) => `${args.join(' ')}\n`,
  nc: (cluster, from, args) =>
    args.includes('7788') ? portCheck(cluster, from, operands(args)[0]!) : '',
  ping: (cluster, from, args) => {
    const target = operands(args).at(-1) ?? ''
    return /^be[12]/.test(target) ? ping(cluster, from, target) : ''
  },
}

const onHost: Readonly<Record<string, Printer>> = {
  cat: files,
  'chef-server-ctl': chef(false),
  df: (_cluster, host) => df(host),
  dmesg: (_cluster, host) => dmesg(host),
  'drbd-overview': printOverview,
  drbdadm: (cluster, host, args) => printDrbdadm(cluster, host, operands(args)[0] ?? ''),
  drbdsetup,
  egrep: grepFiles,
  findmnt: (_cluster, host) => mountTable(host),
  fuser: (_cluster, host) => fuser(host),
  grep: grepFiles,
  head: files,
  hostname: (_cluster, host) => `${host.name}\n`,
  ip: (_cluster, host) => ipAddr(host),
  journalctl: journal,
  less: files,
  ls: (_cluster, host, args) => lockFile(host, operands(args)),
  lvs: (_cluster, host) => lvs(host),
  mount: (_cluster, host) => mountTable(host),
  'private-chef-ctl': chef(true),
  ps: (_cluster, host) => ps(host),
  tail: files,
}

function printOne(cluster: Cluster, host: Host | undefined, {words}: SimpleCommand): string {
  const [path = '', ...args] = unwrap(words)
  const name = path.replace(/^(?:\/usr)?\/s?bin\//, '')
  if (Object.hasOwn(anywhere, name)) return anywhere[name]!(cluster, host?.name, args)
  return host && Object.hasOwn(onHost, name) ? onHost[name]!(cluster, host, args) : ''
}

/**
 * What a line that reads prints on a host; `host` may be any other name for a line that runs on
 * neither. Commands of a line print one after the other, a pipe filters. A line the model knows
 * nothing of prints nothing.
 */
export function print(state: ClusterState, host: string, line: string): string {
  const cluster = state as Cluster
  const on = host === 'be1' || host === 'be2' ? cluster[host] : undefined
  if (on && on.power !== 'on') return `${unreachable(on.name).text}\n`
  const parsed = parseShellLine(line)
  if (!parsed.ok) return ''
  const outputs: string[] = []
  for (const one of parsed.commands) {
    if (one.piped) outputs.push(filter(one, outputs.pop() ?? ''))
    else outputs.push(printOne(cluster, on, one))
  }
  return outputs.join('')
}
