import type {KeySpec} from '@handrail/runbook'
import {hostFacts} from './host-facts.ts'

const procDrbd = 'cat /proc/drbd'
const haStatus = 'chef-server-ctl ha-status'
const kernelLog = "dmesg | grep -i 'drbd\\|split-brain'"

function hostKey(
  key: string,
  says: Readonly<Record<string, string>>,
  shownBy: readonly string[],
  doc: string,
): KeySpec {
  return {key, of: 'host', values: Object.keys(says), shownBy, doc, says}
}

function clusterKey(
  key: string,
  says: Readonly<Record<string, string>>,
  shownBy: readonly string[],
  doc: string,
  from?: 'each',
): KeySpec {
  return {key, of: 'cluster', values: Object.keys(says), shownBy, doc, says, ...(from && {from})}
}

/** The closed list of what can be asked about in a condition. */
export const keys: readonly KeySpec[] = [
  hostKey(
    'reach',
    hostFacts.reach,
    ['hostname'],
    'Whether the host answers a login. One that does not may still be running.',
  ),
  hostKey(
    'cs',
    hostFacts.cs,
    [procDrbd, 'drbdadm cstate pc0'],
    'The state of its DRBD connection.',
  ),
  hostKey(
    'ro',
    hostFacts.ro,
    [procDrbd, 'drbdadm role pc0'],
    'Its own DRBD role, the first of the two.',
  ),
  hostKey(
    'peer-ro',
    hostFacts['peer-ro'],
    [procDrbd, 'drbdadm role pc0'],
    "The other host's role as this host sees it, the second of the two.",
  ),
  hostKey(
    'ds',
    hostFacts.ds,
    [procDrbd, 'drbdadm dstate pc0'],
    'The state of its own disk. UpToDate is a belief, not a proof.',
  ),
  hostKey(
    'peer-ds',
    hostFacts['peer-ds'],
    [procDrbd, 'drbdadm dstate pc0'],
    "The other host's disk as this host sees it.",
  ),
  hostKey(
    'oos',
    hostFacts.oos,
    [procDrbd],
    'Whether it has marked blocks that the other host lacks or may lack.',
  ),
  hostKey('vip', hostFacts.vip, ['ip addr show'], 'Whether it carries the virtual IP address.'),
  hostKey(
    'mounted',
    hostFacts.mounted,
    ['cat /proc/mounts', 'df -h'],
    'Whether the replicated file system is mounted.',
  ),
  hostKey(
    'keepalived',
    hostFacts.keepalived,
    ['chef-server-ctl status', 'ps -C keepalived'],
    'Whether keepalived runs.',
  ),
  hostKey(
    'vrrp',
    hostFacts.vrrp,
    ['grep VRRP_Instance /var/log/messages', 'journalctl -u keepalived'],
    'The state keepalived last entered, while it runs.',
  ),
  hostKey(
    'status',
    hostFacts.status,
    [haStatus],
    'What the cluster script last completed; inconsistent while, or after, it failed to do what was asked.',
  ),
  hostKey(
    'transition',
    hostFacts.transition,
    ['ls -l /var/opt/opscode/keepalived/cluster-transition.lock'],
    'Whether the cluster script is at work, or trying in vain: its lock file is there.',
  ),
  hostKey(
    'services',
    hostFacts.services,
    ['chef-server-ctl status', haStatus],
    'Whether the Chef services run.',
  ),
  hostKey('log', hostFacts.log, [kernelLog], 'What the kernel log says of the last split brain.'),
  hostKey(
    'tentative',
    hostFacts.tentative,
    [kernelLog],
    'What the last tentative connect found: which way a resync would run.',
  ),
  hostKey('space', hostFacts.space, ['df -h'], 'Whether a file system it needs is full.'),
  hostKey(
    'held',
    hostFacts.held,
    ['fuser -vm /var/opt/opscode/drbd/data'],
    'Whether a process that is no service keeps the mount busy.',
  ),
  hostKey(
    'snapshot',
    hostFacts.snapshot,
    ['lvs opscode'],
    'Whether a snapshot of the backing volume exists.',
  ),
  clusterKey(
    'newer',
    {
      be1: 'be1 has the newer data by the generation identifiers',
      be2: 'be2 has the newer data by the generation identifiers',
      same: 'both hosts hold the same data by the generation identifiers',
      diverged: 'each host has changes that the other lacks, by the generation identifiers',
      unrelated: 'the data of the hosts was never the same, by the generation identifiers',
    },
    ['drbdadm get-gi pc0'],
    "Whose data DRBD takes for newer, from both hosts' generation identifiers.",
    'each',
  ),
  clusterKey(
    'heartbeat',
    {
      yes: 'the hosts reach each other on the interface of the virtual IP',
      no: 'the hosts do not reach each other on the interface of the virtual IP',
    },
    ['ping -c 3 be2'],
    'Whether the hosts reach each other on the interface of the virtual IP.',
    'each',
  ),
  clusterKey(
    'replication',
    {
      yes: 'the hosts reach each other on the replication network',
      no: 'the hosts do not reach each other on the replication network',
    },
    ['ping -c 3 be2-repl'],
    'Whether the hosts reach each other on the replication network.',
    'each',
  ),
  clusterKey(
    'served',
    {yes: 'clients are served', no: 'clients are not served'},
    ['curl -s https://chef.example.com/_status'],
    'Whether clients are served.',
  ),
]
