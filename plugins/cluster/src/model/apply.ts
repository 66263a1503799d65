import type {Refusal} from '@handrail/runbook'
import type {ClusterEvent, Link} from '../vocabulary/event.ts'
import {failDisk, replaceDisk} from './backing-disk.ts'
import {advance, react, settle} from './clock.ts'
import {recover} from './cluster-script.ts'
import {partNetwork} from './connection.ts'
import {removeSnapshot, restoreBackup, restoreSnapshot, takeBackup, takeSnapshot} from './copies.ts'
import {drbdadm} from './drbd-command.ts'
import {boot, crash, endBootWait, hang, replaceHost, shutDown} from './power.ts'
import {exit, pointless, unreachable} from './refusal.ts'
import {startServices, stopServices} from './services.ts'
import {checkFilesystem, makeFilesystem, mount, unmount} from './filesystem.ts'
import {type Course, firstCourse, nextCourse} from './settings.ts'
import {type Cluster, type ClusterState, type Host, draft} from './state.ts'
import {write, writeSteadily} from './traffic.ts'
import {startKeepalived, stopKeepalived} from './vrrp.ts'

/** How a model is set up, apart from what its settings leave open. */
export interface Setup {
  /** `cluster_ipaddress` is not set: heartbeat and replication share one network. */
  readonly sharedNetwork: boolean
  /** What is faster than a person has happened when `apply` returns; otherwise every second counts. */
  readonly reflexes: boolean
}

type Kind = ClusterEvent['kind']
type Of<K extends Kind> = Extract<ClusterEvent, {kind: K}>
type Handler<K extends Kind> = (cluster: Cluster, event: Of<K>, setup: Setup) => Refusal | undefined

/** Never refused: what happens, happens. */
const always =
  <K extends Kind>(act: (cluster: Cluster, event: Of<K>, setup: Setup) => void): Handler<K> =>
  (cluster, event, setup) => {
    act(cluster, event, setup)
    return undefined
  }

type HostKind = Extract<ClusterEvent, {host: unknown}>['kind']

const hostOf = (cluster: Cluster, event: {readonly host: 'be1' | 'be2'}): Host =>
  event.host === 'be1' ? cluster.be1 : cluster.be2

/** Something done to a host that has power. */
const powered =
  <K extends HostKind>(act: (cluster: Cluster, host: Host, event: Of<K>) => void): Handler<K> =>
  (cluster, event) => {
    const host = hostOf(cluster, event)
    if (host.power === 'off') return pointless(`${host.name} has no power`)
    act(cluster, host, event)
    return undefined
  }

/** Something typed on a host: somebody has to reach it. */
const typed =
  <K extends HostKind>(
    act: (cluster: Cluster, host: Host, event: Of<K>) => Refusal | undefined | void,
  ): Handler<K> =>
  (cluster, event) => {
    const host = hostOf(cluster, event)
    if (host.power !== 'on') return unreachable(host.name)
    return act(cluster, host, event) ?? undefined
  }

function setLinks(cluster: Cluster, link: Link, up: boolean, setup: Setup): void {
  if (link !== 'heartbeat' || setup.sharedNetwork) cluster.replication = up
  if (link !== 'replication' || setup.sharedNetwork) cluster.heartbeat = up
  if (!cluster.replication) partNetwork(cluster)
}

/** Chef's own commands need its supervisor, which starts behind DRBD at boot. */
const stillBooting = (host: Host): Refusal | undefined =>
  host.awaitsPeer ? exit(1, 'fail: keepalived: runsv not running') : undefined

const handlers: {readonly [K in Kind]: Handler<K>} = {
  crash: powered((cluster, host) => crash(cluster, host)),
  hang: powered((cluster, host) => hang(cluster, host)),
  'power-off': always((cluster, event) => {
    const host = hostOf(cluster, event)
    if (host.power !== 'off') crash(cluster, host)
  }),
  'power-on': (cluster, event) => {
    const host = hostOf(cluster, event)
    if (host.power === 'off') boot(cluster, host, event.keepalived ?? true)
    return undefined
  },
  'shut-down': typed((cluster, host, event) => {
    shutDown(cluster, host)
    if (event.restart) boot(cluster, host, true)
  }),
  'end-boot-wait': typed((cluster, host, event) => {
    if (!host.awaitsPeer) return pointless(`${host.name} does not wait for its peer`)
    host.autostart &&= event.keepalived ?? true
    return void endBootWait(cluster, host)
  }),
  cut: always((cluster, {link}, setup) => setLinks(cluster, link, false, setup)),
  heal: always((cluster, {link}, setup) => setLinks(cluster, link, true, setup)),
  'fail-disk': always((cluster, event) => failDisk(cluster, hostOf(cluster, event))),
  'fill-disk': powered((_cluster, host) => void (host.full = true)),
  'free-space': typed((_cluster, host) => void (host.full = false)),
  'hold-device': typed((_cluster, host) => {
    if (!host.mounted) return pointless(`nothing is mounted on ${host.name}`)
    host.held = true
    return undefined
  }),
  'release-device': typed((_cluster, host) => void (host.held = false)),
  write: always((cluster) => write(cluster)),
  wait: always((cluster, {seconds}) => advance(cluster, seconds)),
  drbdadm: typed((cluster, host, {verb}) => drbdadm(cluster, host, verb)),
  keepalived: typed((cluster, host, {verb}) => {
    const refused = stillBooting(host)
    if (refused) return refused
    if (verb === 'start') startKeepalived(cluster, host)
    else stopKeepalived(cluster, host)
    return undefined
  }),
  services: typed((cluster, host, {verb}) => {
    if (verb === 'start') return stillBooting(host) ?? startServices(cluster, host)
    return stopServices(host)
  }),
  'cluster-script': typed((cluster, host, {verb}) => recover(cluster, host, verb)),
  mount: typed(mount),
  unmount: typed((_cluster, host) => unmount(host)),
  snapshot: typed((cluster, host, {verb}) => {
    const act = {take: takeSnapshot, remove: removeSnapshot, restore: restoreSnapshot}[verb]
    return act(cluster, host)
  }),
  backup: typed((cluster, host, {verb}) =>
    verb === 'take' ? takeBackup(cluster, host) : restoreBackup(cluster, host),
  ),
  'set-policies': typed((_cluster, host, {policies}) => {
    host.policyFile = policies
    if (host.cs === 'Unconfigured' || host.cs === 'StandAlone') host.policies = policies
  }),
  replace: (cluster, event) => {
    const host = hostOf(cluster, event)
    if (event.part === 'disk') return replaceDisk(cluster, host)
    replaceHost(cluster, host)
    return undefined
  },
  'make-filesystem': typed(makeFilesystem),
  'check-filesystem': typed(checkFilesystem),
}

const handlerOf = handlers as Readonly<Record<Kind, Handler<Kind>>>

/** Faults come alone: a write that may follow one is an event of its own in the environment. */
const alone: readonly Kind[] = [
  'crash',
  'hang',
  'cut',
  'fail-disk',
  'fill-disk',
  'hold-device',
  'write',
]

function mayWrite({settings}: Cluster, {kind}: ClusterEvent): boolean {
  return settings.steadyWrites !== undefined || !alone.includes(kind)
}

const settled: Course = Object.freeze({answers: [], sizes: []})

function follow(
  state: ClusterState,
  event: ClusterEvent,
  setup: Setup,
  course: Course,
): Cluster | Refusal {
  const cluster = draft(state, course)
  const refused = handlerOf[event.kind](cluster, event, setup)
  if (refused) return refused
  react(cluster)
  if (setup.reflexes) settle(cluster)
  if (mayWrite(cluster, event)) writeSteadily(cluster)
  cluster.course = settled
  return cluster
}

/**
 * The state after an event and everything that follows from it at once, or why the event was
 * declined; then nothing has changed. The given state is left as it is. Where the settings leave
 * something open this is the first way it can go.
 */
export const apply = (state: ClusterState, event: ClusterEvent, setup: Setup): Cluster | Refusal =>
  follow(state, event, setup, firstCourse())

/** Every way the event can go, the one that `apply` takes first. */
export function outcomes(
  state: ClusterState,
  event: ClusterEvent,
  setup: Setup,
): readonly (Cluster | Refusal)[] {
  const found: (Cluster | Refusal)[] = []
  let course: Course | undefined = firstCourse()
  while (course) {
    found.push(follow(state, event, setup, course))
    course = nextCourse(course)
  }
  return found
}
