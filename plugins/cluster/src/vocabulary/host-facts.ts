const lastingApart = ['StandAlone', 'WFConnection'] as const
const parting = [
  'Disconnecting',
  'Unconnected',
  'Timeout',
  'BrokenPipe',
  'NetworkFailure',
  'ProtocolError',
  'TearDown',
] as const

/** States without a connection: nothing of the peer can be known but a bad disk. */
export const apartStates = [...lastingApart, ...parting] as const

/** States of a handshake, in which the peer's fields are already or still there. */
export const handshakeStates = [
  'WFReportParams',
  'StartingSyncS',
  'StartingSyncT',
  'WFBitMapS',
  'WFBitMapT',
  'WFSyncUUID',
] as const

/** Connection states as DRBD 8.3 and 8.4 print them, the lasting ones first. */
export const connectionStates = [
  ...lastingApart,
  'Connected',
  'SyncSource',
  'SyncTarget',
  'Unconfigured',
  'PausedSyncS',
  'PausedSyncT',
  'VerifyS',
  'VerifyT',
  'Ahead',
  'Behind',
  ...parting,
  ...handshakeStates,
] as const

/** Roles as DRBD prints them; Unknown is only ever the peer's. */
export const roles = ['Primary', 'Secondary', 'Unknown'] as const

/** Disk states as DRBD prints them, lowest first; DUnknown is only ever the peer's. */
export const diskStates = [
  'Diskless',
  'Attaching',
  'Failed',
  'Negotiating',
  'Inconsistent',
  'Outdated',
  'DUnknown',
  'Consistent',
  'UpToDate',
] as const

const ownRoles = roles.filter((role) => role !== 'Unknown')
const ownDisks = diskStates.filter((disk) => disk !== 'DUnknown')

/** Each value with its words. */
function each(values: readonly string[], words: (value: string) => string): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, words(value)]))
}

const lastingConnections: Readonly<Record<string, string>> = {
  StandAlone: 'has no replication connection and will not try for one (StandAlone)',
  WFConnection: 'waits for its peer, and does not reach it (WFConnection)',
  Connected: 'is connected to its peer (Connected)',
  SyncSource: 'is bringing its peer up to date (SyncSource)',
  SyncTarget: 'is being brought up to date by its peer (SyncTarget)',
  Unconfigured: 'has its DRBD resource down (Unconfigured)',
  PausedSyncS: 'has a paused resync to its peer (PausedSyncS)',
  PausedSyncT: 'has a paused resync from its peer (PausedSyncT)',
}

const lastingDisks: Readonly<Record<string, string>> = {
  UpToDate: 'believes its data to be current (UpToDate)',
  Inconsistent: 'has a mixture of old and new blocks (Inconsistent)',
  Outdated: 'knows its data to be old (Outdated)',
  Consistent: 'has whole data of unknown age (Consistent)',
  Diskless: 'has no usable disk (Diskless)',
}

/** What is said of a host, after its name, by what was seen: key, then value. */
export const hostFacts = {
  reach: {yes: 'answers a login', no: 'is out of reach'},
  cs: each(
    connectionStates,
    (state) => lastingConnections[state] ?? `is in the passing state ${state}`,
  ),
  ro: each(ownRoles, (role) => `is ${role}`),
  'peer-ro': each(roles, (role) => `sees its peer as ${role}`),
  ds: each(ownDisks, (disk) => lastingDisks[disk] ?? `has a disk in the passing state ${disk}`),
  'peer-ds': each(diskStates, (disk) => `sees its peer’s disk as ${disk}`),
  oos: {
    '0': 'has marked no blocks that its peer lacks',
    some: 'has marked blocks that its peer lacks or may lack',
  },
  vip: {yes: 'carries the virtual IP', no: 'does not carry the virtual IP'},
  mounted: {yes: 'has the file system mounted', no: 'has nothing mounted'},
  keepalived: {running: 'runs keepalived', stopped: 'does not run keepalived'},
  vrrp: each(
    ['master', 'backup', 'fault'],
    (state) => `has keepalived in the state ${state.toUpperCase()}`,
  ),
  status: {
    master: 'was made master by the cluster script',
    backup: 'was made backup by the cluster script',
    inconsistent: 'has the cluster script under way, or failed',
  },
  transition: {running: 'has the cluster script at work', idle: 'has the cluster script idle'},
  services: {up: 'runs the services', down: 'does not run the services'},
  log: {
    'split-solved': 'says in its kernel log that a split brain was resolved',
    'split-unresolved': 'says in its kernel log that a split brain was detected and not resolved',
    none: 'says nothing of a split brain in its kernel log',
  },
  tentative: {
    source: 'would be the source of a resync',
    target: 'would be the target of a resync',
    split: 'found data on its peer that went another way',
    none: 'has no tentative connect in its kernel log',
  },
  space: {ok: 'has space on its file systems', full: 'has a full file system'},
  held: {
    yes: 'has a process that keeps the mount busy',
    no: 'has no process that keeps the mount busy',
  },
  snapshot: {
    yes: 'has a snapshot of the backing volume',
    no: 'has no snapshot of the backing volume',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
