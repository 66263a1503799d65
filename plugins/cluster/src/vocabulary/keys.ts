import type {KeySpec} from '@handrail/runbook'

const procDrbd = 'cat /proc/drbd'
const haStatus = 'chef-server-ctl ha-status'
const kernelLog = "dmesg | grep -i 'drbd\\|split-brain'"

/** Connection states as DRBD 8.3 and 8.4 print them, the lasting ones first. */
export const connectionStates = [
  'StandAlone',
  'WFConnection',
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
  'Disconnecting',
  'Unconnected',
  'Timeout',
  'BrokenPipe',
  'NetworkFailure',
  'ProtocolError',
  'TearDown',
  'WFReportParams',
  'StartingSyncS',
  'StartingSyncT',
  'WFBitMapS',
  'WFBitMapT',
  'WFSyncUUID',
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
const yesNo = ['yes', 'no'] as const

function hostKey(
  key: string,
  values: readonly string[],
  shownBy: readonly string[],
  doc: string,
): KeySpec {
  return {key, of: 'host', values, shownBy, doc}
}

function clusterKey(
  key: string,
  values: readonly string[],
  shownBy: readonly string[],
  doc: string,
  from?: 'each',
): KeySpec {
  return {key, of: 'cluster', values, shownBy, doc, ...(from && {from})}
}

/** The closed list of what can be asked about in a condition. */
export const keys: readonly KeySpec[] = [
  hostKey(
    'reach',
    yesNo,
    ['hostname'],
    'Whether the host answers a login. One that does not may still be running.',
  ),
  hostKey(
    'cs',
    connectionStates,
    [procDrbd, 'drbdadm cstate pc0'],
    'The state of its DRBD connection.',
  ),
  hostKey(
    'ro',
    ownRoles,
    [procDrbd, 'drbdadm role pc0'],
    'Its own DRBD role, the first of the two.',
  ),
  hostKey(
    'peer-ro',
    roles,
    [procDrbd, 'drbdadm role pc0'],
    "The other host's role as this host sees it, the second of the two.",
  ),
  hostKey(
    'ds',
    ownDisks,
    [procDrbd, 'drbdadm dstate pc0'],
    'The state of its own disk. UpToDate is a belief, not a proof.',
  ),
  hostKey(
    'peer-ds',
    diskStates,
    [procDrbd, 'drbdadm dstate pc0'],
    "The other host's disk as this host sees it.",
  ),
  hostKey(
    'oos',
    ['0', 'some'],
    [procDrbd],
    'Whether it has marked blocks that the other host lacks or may lack.',
  ),
  hostKey('vip', yesNo, ['ip addr show'], 'Whether it carries the virtual IP address.'),
  hostKey(
    'mounted',
    yesNo,
    ['cat /proc/mounts', 'df -h'],
    'Whether the replicated file system is mounted.',
  ),
  hostKey(
    'keepalived',
    ['running', 'stopped'],
    ['chef-server-ctl status', 'ps -C keepalived'],
    'Whether keepalived runs.',
  ),
  hostKey(
    'vrrp',
    ['master', 'backup', 'fault'],
    ['grep VRRP_Instance /var/log/messages', 'journalctl -u keepalived'],
    'The state keepalived last entered, while it runs.',
  ),
  hostKey(
    'status',
    ['master', 'backup', 'inconsistent'],
    [haStatus],
    'What the cluster script last completed; inconsistent while, or after, it failed to do what was asked.',
  ),
  hostKey(
    'transition',
    ['running', 'idle'],
    ['ls -l /var/opt/opscode/keepalived/cluster-transition.lock'],
    'Whether the cluster script is at work, or trying in vain: its lock file is there.',
  ),
  hostKey(
    'services',
    ['up', 'down'],
    ['chef-server-ctl status', haStatus],
    'Whether the Chef services run.',
  ),
  hostKey(
    'log',
    ['split-solved', 'split-unresolved', 'none'],
    [kernelLog],
    'What the kernel log says of the last split brain.',
  ),
  hostKey(
    'tentative',
    ['source', 'target', 'split', 'none'],
    [kernelLog],
    'What the last tentative connect found: which way a resync would run.',
  ),
  hostKey('space', ['ok', 'full'], ['df -h'], 'Whether a file system it needs is full.'),
  hostKey(
    'held',
    yesNo,
    ['fuser -vm /var/opt/opscode/drbd/data'],
    'Whether a process that is no service keeps the mount busy.',
  ),
  hostKey('snapshot', yesNo, ['lvs opscode'], 'Whether a snapshot of the backing volume exists.'),
  clusterKey(
    'newer',
    ['be1', 'be2', 'same', 'diverged', 'unrelated'],
    ['drbdadm get-gi pc0'],
    "Whose data DRBD takes for newer, from both hosts' generation identifiers.",
    'each',
  ),
  clusterKey(
    'heartbeat',
    yesNo,
    ['ping -c 3 be2'],
    'Whether the hosts reach each other on the interface of the virtual IP.',
    'each',
  ),
  clusterKey(
    'replication',
    yesNo,
    ['ping -c 3 be2-repl'],
    'Whether the hosts reach each other on the replication network.',
    'each',
  ),
  clusterKey(
    'served',
    yesNo,
    ['curl -s https://chef.example.com/_status'],
    'Whether clients are served.',
  ),
]
