import {type Finding, type Format, aside, each} from '../finding.ts'
import {drbdState} from './drbd-fields.ts'
import {jsonTexts} from './json-text.ts'

/** `[OK] …`, `[WARN] …`, `[ERROR] …`: blanks may be lost or gained in the brackets, lines wrapped. */
const line = (words: string): RegExp =>
  new RegExp(`\\[\\s*(OK|WARN|ERROR)\\s*\\]\\s*${words.replaceAll(' ', '\\s+')}`, 'g')

const says = (words: string, host: Record<string, string>, meaning: string): Format =>
  each(line(words), () => ({meaning, host}))

/** What stands for it that a list of services is whole, and nothing in it is amiss. */
export const listEnds = 'service list'

/** What is down unless it is at work: it moves data during an upgrade. */
const onDemand = ['opscode-chef-mover']

/** Services of the back ends. keepalived runs on both; the rest where the data is. */
function serviceFinding(name: string, runs: boolean): Partial<Finding> & {meaning: string} {
  if (name === 'keepalived') {
    return {meaning: 'keepalived', host: {keepalived: runs ? 'running' : 'stopped'}}
  }
  const meaning = `service ${name}`
  return onDemand.includes(name) ? {meaning} : {meaning, host: {[meaning]: runs ? 'up' : 'down'}}
}

const perService: Format = each(
  line('([\\w-]+) is (not )?running(?: correctly)?(?:, and I am (?:not )?master)?\\.'),
  ([, , name, not]) => serviceFinding(name!, not === undefined),
)

const rawState: Format = each(
  line(
    'my DRBD status is:?\\s*(?:\\d+:\\s*)?cs:(\\w+)(?:\\s+ro:(\\w+)/(\\w+)\\s+ds:(\\w+)/(\\w+))?[^\\n]*',
  ),
  ([, , cs, ro, peerRo, ds, peerDs]) => ({
    meaning: 'state of DRBD in ha-status',
    ...drbdState({cs, ro, peerRo, ds, peerDs}),
  }),
)

const goodState: Format = each(
  line('my DRBD status is Connected/(Primary|Secondary)/UpToDate and I am (?:not )?master'),
  ([, , role]) => ({
    meaning: 'state of DRBD in ha-status',
    host: {
      cs: 'Connected',
      ro: role!,
      'peer-ro': role === 'Primary' ? 'Secondary' : 'Primary',
      ds: 'UpToDate',
      'peer-ds': 'UpToDate',
    },
  }),
)

const replicationPing: Format = each(
  line('DRBD (primary|secondary) IP address (pings|does not ping)'),
  ([, , side, answer]) => ({
    meaning: `ping of the ${side} replication address`,
    cluster: {[`replication ${side}`]: answer === 'pings' ? 'yes' : 'no'},
  }),
)

const haStatus: readonly Format[] = [
  says('cluster status = master', {status: 'master'}, 'cluster status'),
  says('cluster status = backup', {status: 'backup'}, 'cluster status'),
  says('inconsistent cluster status[^\\n]*', {status: 'inconsistent'}, 'cluster status'),
  says('found (?:VIP IP|VRRP) address and I am (?:not )?master', {vip: 'yes'}, 'virtual IP'),
  says('did not find VIP IP address and I am (?:not )?master', {vip: 'no'}, 'virtual IP'),
  says('my DRBD partition is mounted and I am (?:not )?master', {mounted: 'yes'}, 'mount'),
  says('my DRBD partition is not mounted and I am (?:not )?master', {mounted: 'no'}, 'mount'),
  goodState,
  rawState,
  replicationPing,
  perService,
  says('all checks passed', {[listEnds]: 'yes'}, 'the end of ha-status'),
  aside(line('[^\\n]*'), 'a line of ha-status'),
]

/** `run: postgresql: (pid 4711) 83s, normally down; run: log: …`, `down: …`. */
const runit: Format = each(
  /(?<![\w-])(run|down):\s*(?!log:)([\w-]+):\s*(?:\(pid \d+\)\s*)?\d+s(?:,\s*(?:normally|want|paused|got)\s+\w+)*(?:;\s*(?:run|down):\s*log:\s*(?:\(pid \d+\)\s*)?\d+s)?/g,
  ([, state, name]) => serviceFinding(name!, state === 'run'),
)

/** `/_status` of a front end: JSON with `status` and `upstreams`. */
const statusPage: Format = (section) =>
  jsonTexts(section.text).flatMap(({start, end, value}): Finding[] => {
    const status = (value as {status?: unknown}).status
    if (status !== 'pong' && status !== 'fail') return []
    return [
      {
        start: section.start + start,
        end: section.start + end,
        meaning: '/_status of a front end',
        cluster: {served: status === 'pong' ? 'yes' : 'no'},
      },
    ]
  })

/** The stamp of a line of cluster.log. */
const stamp = String.raw`^(?:[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]+ [+-]\d{4}: )`

const clusterLog: readonly Format[] = [
  each(new RegExp(`${stamp}Transitioned to (master|backup)\\s*$`, 'gm'), ([, status]) => ({
    meaning: `cluster.log: the transition to ${status} is done`,
    log: true,
    host: {status: status!},
    assumes: 'The cluster status is taken from the last lines of cluster.log.',
  })),
  each(
    new RegExp(
      `${stamp}(?:Transitioning to|Requested transition to|Attempting |Cannot |HA storage (?:attach|detach) failed|(?:Stopping|Starting) service|Mounting |DRBD primary takeover)[^\\n]*`,
      'gm',
    ),
    () => ({
      meaning: 'cluster.log: a transition is under way, or failed',
      log: true,
      host: {status: 'inconsistent'},
      assumes: 'The cluster status is taken from the last lines of cluster.log.',
    }),
  ),
  aside(new RegExp(`${stamp}[^\\n]*`, 'gm'), 'cluster.log'),
  aside(/^==> \S+ <==$/gm, 'name of a file'),
]

/** The lock of the cluster script, as `ls` shows it or its absence. */
const lockFile: Format = each(
  /^[^\n]*\/cluster-transition\.lock'?(:? No such file or directory)?[ \t]*$/gm,
  ([line]) => ({
    meaning: 'the lock of the cluster script',
    host: {transition: /No such file/.test(line) ? 'idle' : 'running'},
  }),
)

/** What Chef's own commands, its status page and its cluster script print. */
export const chef: readonly Format[] = [...haStatus, runit, statusPage, lockFile, ...clusterLog]
