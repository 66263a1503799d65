import {isInconsistent} from '../cluster-script.ts'
import {mountPoint} from '../filesystem.ts'
import {servicesRun} from '../services.ts'
import {type Cluster, type Host, hosts} from '../state.ts'
import {servingClients} from '../traffic.ts'
import {services} from './facts.ts'
import {stateLine} from './proc-drbd.ts'

const ok = (text: string): string => `[OK] ${text}`
const error = (text: string): string => `[ERROR] ${text}`

function clusterStatus(host: Host): string {
  if (!isInconsistent(host)) return ok(`cluster status = ${host.current}`)
  return (
    `[WARN] inconsistent cluster status, requested: ${host.requested}, ` +
    `current: ${host.current}, failover running?`
  )
}

function virtualIpLine(host: Host): string {
  const found = host.vrrp === 'MASTER'
  const master = host.current === 'master'
  if (found) {
    return master
      ? ok('found VIP IP address and I am master')
      : error('found VRRP address and I am not master')
  }
  return master
    ? error('did not find VIP IP address and I am master')
    : ok('did not find VIP IP address and I am not master')
}

function serviceLines(host: Host): string[] {
  const master = host.current === 'master'
  const run = servicesRun(host)
  const lines = services.map((name) => {
    if (master) {
      return run
        ? ok(`${name} is running correctly, and I am master.`)
        : error(`${name} is not running correctly, and I am master. `)
    }
    return run
      ? error(`${name} is running, and I am not master.`)
      : ok(`${name} is not running, and I am not master.`)
  })
  const keepalived = host.keepalived
    ? ok('keepalived is running.')
    : error('keepalived is not running.')
  return [lines[0]!, keepalived, ...lines.slice(1)]
}

/** Lines that Enterprise Chef 11 has and the open-source Chef Server 12 leaves out. */
function drbdLines(cluster: Cluster, host: Host): string[] {
  const master = host.current === 'master'
  const am = master ? 'I am master' : 'I am not master'
  const role = master ? 'Primary' : 'Secondary'
  const line = stateLine(cluster, host)
  const good = `cs:Connected ro:${role}/${master ? 'Secondary' : 'Primary'} ds:UpToDate/UpToDate`
  const mounted = `my DRBD partition is ${host.mounted ? '' : 'not '}mounted and ${am}`
  const reach = cluster.replication && hosts(cluster).every((one) => one.power === 'on')
  const peerName = host.name === 'be1' ? 'secondary' : 'primary'
  const ownName = host.name === 'be1' ? 'primary' : 'secondary'
  const pings = [
    {name: ownName, line: ok(`DRBD ${ownName} IP address pings`)},
    {
      name: peerName,
      line: reach
        ? ok(`DRBD ${peerName} IP address pings`)
        : error(`DRBD ${peerName} IP address does not ping`),
    },
  ].sort((left, right) => left.name.localeCompare(right.name))
  return [
    line.includes(good)
      ? ok(`my DRBD status is Connected/${role}/UpToDate and ${am}`)
      : error(`my DRBD status is: ${line}`),
    host.mounted === master ? ok(mounted) : error(mounted),
    ...pings.map((ping) => ping.line),
  ]
}

/** `ha-status`: as `private-chef-ctl` of 11.x prints it, or without the DRBD lines as 12.x does. */
export function haStatus(cluster: Cluster, host: Host, withDrbd: boolean): string {
  const lines = [
    ok('keepalived HA services enabled.'),
    ...(withDrbd
      ? [
          ok('DRBD disk replication enabled.'),
          ok('DRBD partition /dev/opscode/drbd found.'),
          ok('DRBD device /dev/drbd0 found.'),
        ]
      : []),
    clusterStatus(host),
    virtualIpLine(host),
    ok('found VRRP communications interface eth0'),
    ...(withDrbd ? drbdLines(cluster, host) : []),
    ...serviceLines(host),
  ]
  const bad = lines.some((line) => !line.startsWith('[OK]'))
  const last = bad ? '[ERROR] ERRORS WERE DETECTED.' : '[OK] all checks passed.'
  return [...lines, '', last, '', ''].join('\n')
}

function runitLine(name: string, run: boolean, normally: string): string {
  const state = run ? `run: ${name}: (pid 4711) 1083s` : `down: ${name}: 17s`
  return `${state}${normally}; run: log: (pid 1201) 90211s`
}

/** `chef-server-ctl status`. Services of the master are `normally down` and started by the script. */
export function chefStatus(host: Host, only?: string): string {
  const run = servicesRun(host)
  const all = [
    ...services.map((name) => ({name, line: runitLine(name, run, run ? ', normally down' : '')})),
    {
      name: 'keepalived',
      line: runitLine('keepalived', host.keepalived, host.keepalived ? '' : ', normally up'),
    },
  ]
  const lines = all.filter(({name}) => only === undefined || name === only).map(({line}) => line)
  return lines.sort().join('\n') + '\n'
}

/** `/_status` of a front end. It says nothing of replication. */
export function statusPage(cluster: Cluster): string {
  const state = servingClients(cluster).length > 0 ? 'pong' : 'fail'
  const upstreams = {chef_solr: state, chef_sql: state, oc_chef_authz: state}
  const keygen = {
    keys: 10,
    max: 10,
    max_workers: 1,
    cur_max_workers: 1,
    inflight: 0,
    avail_workers: 1,
    start_size: 0,
  }
  return JSON.stringify({status: state, upstreams, keygen}) + '\n'
}

/** What `cluster.sh` logged last. */
export function clusterLog(host: Host, stamp: string): string {
  const at = (text: string): string => `${stamp}: ${text}`
  const lines = [at(`Transitioning to ${host.requested}`)]
  if (host.transition === 'promoting') {
    lines.push(at('Attempting HA storage takeover'))
    lines.push(at(`Attempting DRBD primary takeover - attempts left ${host.triesLeft}`))
  } else if (host.transition === 'demoting') {
    lines.push(at(`Attempting to become DRBD secondary - attempts left ${host.triesLeft}`))
  } else if (isInconsistent(host)) {
    lines.push(at(`HA storage ${host.requested === 'master' ? 'attach' : 'detach'} failed`))
  } else {
    if (host.current === 'master') lines.push(at('DRBD primary takeover successful'))
    if (host.current === 'master') lines.push(at(`Mounting /dev/drbd0 at ${mountPoint}`))
    lines.push(at(`Transitioned to ${host.current}`))
  }
  return lines.join('\n') + '\n'
}

/** `ls -l` of the lock file that the cluster script holds while it is at work. */
export function lockFile(host: Host, paths: readonly string[]): string {
  const path = paths.find((one) => one.endsWith('/cluster-transition.lock'))
  if (path === undefined) return ''
  return host.transition === 'idle'
    ? `ls: cannot access ${path}: No such file or directory\n`
    : `-rw-r--r-- 1 root root 5 Nov 23 03:07 ${path}\n`
}
