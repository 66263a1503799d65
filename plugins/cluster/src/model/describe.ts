import type {ClusterEvent, DrbdVerb} from '../vocabulary/event.ts'

const verbs: Readonly<Record<DrbdVerb, string>> = {
  adjust: 'drbdadm adjust',
  attach: 'drbdadm attach',
  connect: 'drbdadm connect',
  'connect-discard': 'drbdadm connect --discard-my-data',
  'connect-tentative': 'drbdadm connect --tentative',
  'create-md': 'drbdadm create-md',
  detach: 'drbdadm detach',
  disconnect: 'drbdadm disconnect',
  down: 'drbdadm down',
  invalidate: 'drbdadm invalidate',
  'invalidate-remote': 'drbdadm invalidate-remote',
  outdate: 'drbdadm outdate',
  primary: 'drbdadm primary',
  'primary-force': 'drbdadm primary --force',
  secondary: 'drbdadm secondary',
  up: 'drbdadm up',
  verify: 'drbdadm verify',
  'wipe-md': 'drbdadm wipe-md',
}

const links = {
  replication: 'the replication network',
  heartbeat: 'the heartbeat network',
  both: 'both networks between the hosts',
} as const

const snapshots = {
  take: 'takes a snapshot of its volume',
  remove: 'removes its snapshot',
  restore: 'goes back to its snapshot',
} as const

type Kind = ClusterEvent['kind']
type Words = {readonly [K in Kind]: (event: Extract<ClusterEvent, {kind: K}>) => string}

const words: Words = {
  crash: ({host}) => `${host} loses power`,
  hang: ({host}) => `${host} hangs: it answers nobody, and may be alive`,
  'power-off': ({host}) => `${host} is powered off`,
  'power-on': ({host, keepalived}) =>
    `${host} boots${keepalived === false ? ', keepalived does not start' : ''}`,
  'shut-down': ({host, restart}) => `${host} shuts down${restart ? ' and boots again' : ''}`,
  'end-boot-wait': ({host, keepalived}) =>
    `${host} is told not to wait for its peer${keepalived === false ? ', keepalived does not start' : ''}`,
  cut: ({link}) => `${links[link]} fail${link === 'both' ? '' : 's'}`,
  heal: ({link}) => `${links[link]} come${link === 'both' ? '' : 's'} back`,
  'fail-disk': ({host}) => `the disk of ${host} fails`,
  'fill-disk': ({host}) => `a file system of ${host} fills up`,
  'free-space': ({host}) => `space is freed on ${host}`,
  'hold-device': ({host}) => `a process on ${host} keeps the mount busy`,
  'release-device': ({host}) => `what holds the mount on ${host} is ended`,
  write: () => 'clients write',
  wait: ({seconds}) => `${seconds} seconds pass`,
  drbdadm: ({host, verb}) => `${verbs[verb]} on ${host}`,
  keepalived: ({host, verb}) =>
    `keepalived is ${verb === 'start' ? 'started' : 'stopped'} on ${host}`,
  services: ({host, verb}) =>
    `the services are ${verb === 'start' ? 'started' : 'stopped'} on ${host}`,
  'cluster-script': ({host, verb}) => `${verb}-recover on ${host}`,
  mount: ({host}) => `the file system is mounted on ${host}`,
  unmount: ({host}) => `the file system is unmounted on ${host}`,
  snapshot: ({host, verb}) => `${host} ${snapshots[verb]}`,
  backup: ({host, verb}) =>
    verb === 'take' ? `a backup is taken on ${host}` : `the backup is restored on ${host}`,
  'set-policies': ({host, policies}) =>
    policies === 'disconnect'
      ? `the split-brain policies of ${host} are set to disconnect`
      : `the split-brain policies of ${host} are set as shipped`,
  replace: ({host, part}) =>
    part === 'disk' ? `${host} gets a new disk` : `${host} is replaced by a new machine`,
  'make-filesystem': ({host}) => `an empty file system is made on ${host}`,
  'check-filesystem': ({host}) => `the file system is checked on ${host}`,
}

/** An event in words, as stories tell it. */
export const describe = (event: ClusterEvent): string =>
  (words as Readonly<Record<Kind, (event: ClusterEvent) => string>>)[event.kind](event)
