import type {Sketch} from '@handrail/runbook/rehearse'
import type {ClusterEvent, HostName} from '../vocabulary/event.ts'

type Happening = readonly [event: ClusterEvent, seconds: number]

/** What happens, told of the host that serves and of the one that stands by. */
type Tale = (serving: HostName, standby: HostName) => readonly Happening[]

/** The tales with either host as the one that serves; the model begins with be1. */
const told = (...tales: readonly Tale[]): readonly Sketch<ClusterEvent>[] =>
  tales.flatMap((tale) => [
    {exchanged: false, events: tale('be1', 'be2')},
    {exchanged: true, events: tale('be2', 'be1')},
  ])

const crash = (host: HostName, seconds: number): Happening => [{kind: 'crash', host}, seconds]
const hang = (host: HostName, seconds: number): Happening => [{kind: 'hang', host}, seconds]
const boot = (host: HostName, seconds: number): Happening => [{kind: 'power-on', host}, seconds]
const cut = (link: 'replication' | 'heartbeat' | 'both', seconds: number): Happening => [
  {kind: 'cut', link},
  seconds,
]
const heal = (link: 'replication' | 'heartbeat' | 'both', seconds: number): Happening => [
  {kind: 'heal', link},
  seconds,
]
const stopKeepalived = (host: HostName, seconds: number): Happening => [
  {kind: 'keepalived', host, verb: 'stop'},
  seconds,
]
const fillDisk = (host: HostName, seconds: number): Happening => [
  {kind: 'fill-disk', host},
  seconds,
]
const failDisk = (host: HostName, seconds: number): Happening => [
  {kind: 'fail-disk', host},
  seconds,
]
const hold = (host: HostName, seconds: number): Happening => [{kind: 'hold-device', host}, seconds]

/** Ways into the states that each runbook is for, by the runbook's name. */
export const scenarios: Readonly<Record<string, readonly Sketch<ClusterEvent>[]>> = {
  'backup-failed': told(
    (_serving, standby) => [crash(standby, 300)],
    (_serving, standby) => [hang(standby, 300)],
  ),
  'both-secondary': told(
    (serving, standby) => [stopKeepalived(standby, 240), stopKeepalived(serving, 120)],
    (serving, standby) => [
      stopKeepalived(standby, 240),
      crash(serving, 90),
      [{kind: 'power-on', host: serving, keepalived: false}, 120],
    ],
    (serving, standby) => [
      cut('replication', 900),
      stopKeepalived(standby, 60),
      stopKeepalived(serving, 120),
    ],
  ),
  'demotion-stuck': told(
    (serving) => [hold(serving, 600), stopKeepalived(serving, 120)],
    (serving) => [hold(serving, 600), stopKeepalived(serving, 400)],
  ),
  'disk-error': told(
    (serving) => [failDisk(serving, 180)],
    (_serving, standby) => [failDisk(standby, 180)],
  ),
  'disk-full': told(
    (serving) => [fillDisk(serving, 180)],
    (_serving, standby) => [fillDisk(standby, 180)],
  ),
  'planned-failover': told(() => []),
  'power-lost': told(
    (serving, standby) => [crash(standby, 1), crash(serving, 400)],
    (serving, standby) => [cut('replication', 600), crash(standby, 1), crash(serving, 400)],
  ),
  'primary-lost-inconsistent': told(
    (serving) => [cut('replication', 600), heal('replication', 10), crash(serving, 240)],
    (serving, standby) => [crash(standby, 900), boot(standby, 15), hang(serving, 240)],
  ),
  'primary-unavailable': told(
    (serving) => [crash(serving, 150)],
    (serving) => [hang(serving, 150)],
  ),
  'replace-host': told(
    (serving) => [crash(serving, 3600)],
    (_serving, standby) => [crash(standby, 3600)],
  ),
  'replication-down': told(
    () => [cut('replication', 1200)],
    () => [cut('both', 2), heal('heartbeat', 1200)],
  ),
  'resolved-by-itself': told(
    () => [cut('both', 400), heal('both', 900)],
    (serving) => [
      cut('replication', 600),
      crash(serving, 900),
      heal('replication', 20),
      boot(serving, 300),
    ],
  ),
  'restore-backup': told((serving) => [
    cut('replication', 600),
    heal('replication', 10),
    crash(serving, 240),
  ]),
  'returning-node': told(
    (_serving, standby) => [
      crash(standby, 1800),
      [{kind: 'power-on', host: standby, keepalived: false}, 120],
    ],
    (serving) => [
      crash(serving, 1800),
      [{kind: 'power-on', host: serving, keepalived: false}, 120],
    ],
  ),
  'split-brain': told(
    () => [cut('both', 600), heal('replication', 30), heal('heartbeat', 180)],
    () => [cut('both', 600), heal('both', 180)],
    () => [cut('both', 900)],
  ),
  'stale-promotion': told(
    (serving) => [cut('replication', 1800), crash(serving, 200)],
    (serving) => [cut('replication', 1800), hang(serving, 200)],
  ),
  'transition-stuck': told(
    (serving, standby) => [fillDisk(standby, 900), crash(serving, 180)],
    (serving, standby) => [fillDisk(standby, 900), hang(serving, 180)],
    (serving) => [hold(serving, 300), cut('heartbeat', 60), heal('heartbeat', 200)],
  ),
  'vip-on-both': told(
    () => [cut('heartbeat', 300)],
    () => [cut('both', 300)],
  ),
}
