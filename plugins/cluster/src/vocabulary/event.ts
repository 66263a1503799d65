/** The two back-end hosts, by the placeholders they have in a runbook. */
export type HostName = 'be1' | 'be2'

/** Which of the two networks between the hosts an event concerns. */
export type Link = 'replication' | 'heartbeat' | 'both'

/**
 * What `drbdadm` is asked to do. Named after its commands; `primary-force`, `connect-discard` and
 * `connect-tentative` are `primary`, `connect` with `--force`, `--discard-my-data`, `--tentative`.
 */
export type DrbdVerb =
  | 'adjust'
  | 'attach'
  | 'connect'
  | 'connect-discard'
  | 'connect-tentative'
  | 'create-md'
  | 'detach'
  | 'disconnect'
  | 'down'
  | 'invalidate'
  | 'invalidate-remote'
  | 'outdate'
  | 'primary'
  | 'primary-force'
  | 'secondary'
  | 'up'
  | 'verify'
  | 'wipe-md'

/** A set of split-brain policies: those Chef ships, or `disconnect` in all three cases. */
export type PolicyName = 'shipped' | 'disconnect'

/**
 * Everything that can happen to the cluster: what the environment does, and what an operator does.
 * Plain JSON values; the model interprets them, the vocabulary reads them from what people type.
 */
export type ClusterEvent =
  /** The host loses power or panics: nothing is written down any more. */
  | {readonly kind: 'crash'; readonly host: HostName}
  /** The host stops answering on every network, but has not lost power. */
  | {readonly kind: 'hang'; readonly host: HostName}
  /** Cut off by a person, at the switch or through the management board. */
  | {readonly kind: 'power-off'; readonly host: HostName}
  /** Boots. keepalived starts with the host unless `keepalived` is false. */
  | {readonly kind: 'power-on'; readonly host: HostName; readonly keepalived?: boolean}
  /** An orderly shutdown; with `restart`, the host boots again. */
  | {readonly kind: 'shut-down'; readonly host: HostName; readonly restart?: boolean}
  /** `yes` at the console, where the boot waits for the peer; `keepalived` as at `power-on`. */
  | {readonly kind: 'end-boot-wait'; readonly host: HostName; readonly keepalived?: boolean}
  | {readonly kind: 'cut'; readonly link: Link}
  | {readonly kind: 'heal'; readonly link: Link}
  | {readonly kind: 'fail-disk'; readonly host: HostName}
  | {readonly kind: 'fill-disk'; readonly host: HostName}
  | {readonly kind: 'free-space'; readonly host: HostName}
  /** A process that the scripts do not know keeps the mount busy. */
  | {readonly kind: 'hold-device'; readonly host: HostName}
  /** That process is ended. */
  | {readonly kind: 'release-device'; readonly host: HostName}
  /** A client writes once to every host that serves. */
  | {readonly kind: 'write'}
  | {readonly kind: 'wait'; readonly seconds: number}
  | {readonly kind: 'drbdadm'; readonly host: HostName; readonly verb: DrbdVerb}
  | {readonly kind: 'keepalived'; readonly host: HostName; readonly verb: 'start' | 'stop'}
  /** `chef-server-ctl start` and `stop`: every service but keepalived. */
  | {readonly kind: 'services'; readonly host: HostName; readonly verb: 'start' | 'stop'}
  /** `master-recover` and `backup-recover`: the cluster script, behind keepalived's back. */
  | {readonly kind: 'cluster-script'; readonly host: HostName; readonly verb: 'master' | 'backup'}
  | {readonly kind: 'mount'; readonly host: HostName}
  | {readonly kind: 'unmount'; readonly host: HostName}
  /** A copy-on-write snapshot of the backing volume. */
  | {
      readonly kind: 'snapshot'
      readonly host: HostName
      readonly verb: 'take' | 'remove' | 'restore'
    }
  /** A copy of the mounted data kept elsewhere. */
  | {readonly kind: 'backup'; readonly host: HostName; readonly verb: 'take' | 'restore'}
  /** Writes the policies to the host's configuration; they count from its next connect or adjust. */
  | {readonly kind: 'set-policies'; readonly host: HostName; readonly policies: PolicyName}
  /** A new machine, or a new disk, without data or metadata. */
  | {readonly kind: 'replace'; readonly host: HostName; readonly part: 'host' | 'disk'}
  /** An empty file system on the device, in place of whatever was there. */
  | {readonly kind: 'make-filesystem'; readonly host: HostName}
  /** Repairs the file system on the device. */
  | {readonly kind: 'check-filesystem'; readonly host: HostName}
