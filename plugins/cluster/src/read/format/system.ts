import {type Finding, type Format, type Section, aside, each, finding} from '../finding.ts'

/** Consecutive lines that look alike: a table. */
function tables(section: Section, row: RegExp, least: number): RegExpMatchArray[] {
  const block = new RegExp(`(?:^[ \\t]*(?:${row.source})[ \\t]*(?:\\n|$)){${least},}`, 'gm')
  return [...section.text.matchAll(block)]
}

/** What is not in a list is taken for not being there, if the list is taken for whole. */
const whole = (list: string): string => `The list of ${list} is taken for complete.`

const mountRow =
  /\S+ (?:on \/[^\n]*? type [\w.-]+ \([^)\n]*\)(?: \[[^\]\n]*\])?|\/\S* \w[\w.-]* \S+ \d+ \d+)/
const drbdMount = /^[ \t]*\/dev\/drbd\S* (?:on )?\/\S*/m

/** `/proc/mounts`, `mount`: whether the device is in the table of all mounts. */
const mounts: Format = (section) =>
  tables(section, mountRow, 1).flatMap((match): Finding[] => {
    const mounted = drbdMount.test(match[0])
    const hasRoot = /^[ \t]*\S+ (?:on )?\/ /m.test(match[0])
    if (!mounted && !hasRoot) return [finding(section, match, 'mounts')]
    if (mounted) return [finding(section, match, 'mounts', {host: {mounted: 'yes'}})]
    return [finding(section, match, 'mounts', {host: {mounted: 'no'}, assumes: whole('mounts')})]
  })

const dfHeader =
  /^[ \t]*Filesystem[ \t]+\S+[ \t]+Used[ \t]+\S+[ \t]+\S+[ \t]+Mounted on[ \t]*(?:\n|$)/
const size = String.raw`\s+-?\d[\d.,]*[KMGTP]?i?B?`
const dfRow = new RegExp(
  String.raw`[^\s:]+(?::/\S*)?${size}${size}${size}\s+(?:\d+%|-)\s+/[^\n%]*?`,
)

/** File systems that are always full, or no disk's. */
const noDisk = /^[ \t]*(?:tmpfs|devtmpfs|udev|overlay|\/dev\/loop\S*|\/dev\/sr\d)\s/

/** `df`: what is full, and whether the device is mounted; the table has to have its head and root. */
const df: Format = (section) => {
  const table = new RegExp(
    `${dfHeader.source}(?:[ \\t]*${dfRow.source}[ \\t]*(?:\\n\\s*?|$))+`,
    'gm',
  )
  return [...section.text.matchAll(table)].map((match) => {
    const rows = match[0].split('\n').filter((row) => !noDisk.test(row))
    const full = rows.some((row) => /\s100%\s/.test(row))
    const hasRoot = rows.some((row) => /%\s+\/\s*$/.test(row))
    const mounted = rows.some((row) => /^\s*\/dev\/drbd/.test(row))
    return finding(section, match, 'disk space', {
      host: {
        space: full ? 'full' : 'ok',
        ...((mounted || hasRoot) && {mounted: mounted ? 'yes' : 'no'}),
      },
      ...((!full || !mounted) && {assumes: whole('file systems')}),
    })
  })
}

const addressLine = /^[ \t]*inet6? [\da-fA-F.:]+(?: peer \S+)?\/\d+[^\n]*(?:\n|$)/

/** As keepalived adds it: a host address without broadcast or lease, or a secondary address. */
const virtualAddress =
  /inet [\d.]+\/32 (?!brd|[^\n]*\b(?:dynamic|lo)\b)[^\n]*scope global|inet [^\n]*scope global(?: \w+)* secondary/

/**
 * `ip addr`: whether there is an address such as keepalived adds. Several stretches of one output
 * are read as one; without `lo` it is not all of the output, and nothing is missing from it.
 */
const addresses: Format = (section) => {
  const lines = [...section.text.matchAll(new RegExp(addressLine.source, 'gm'))]
  const vip = lines.some(([line]) => virtualAddress.test(line))
  const whole = lines.some(([line]) => /inet 127\.0\.0\.1\//.test(line))
  const host = lines.some(([line]) => / scope global/.test(line))
  const fact: Partial<Finding> = {
    host: {vip: vip ? 'yes' : 'no'},
    assumes: vip
      ? 'The address with /32 or marked secondary is taken for the virtual IP.'
      : 'No address has /32 or is marked secondary: taken for a host without the virtual IP.',
  }
  const told = vip || (whole && host)
  return lines.map((match, index) =>
    finding(section, match, 'an address', told && index === lines.length - 1 ? fact : {}),
  )
}

/** keepalived itself after a time or a number: not what looks for it, or supervises it. */
const keepalivedRow = /(?:\d:\d\d|^[ \t]*\d+)[ \t]+(?:\/\S*\/)?keepalived(?![\w./-])/m

/** A process list with its head: keepalived in it, or not. */
const processes: Format = (section) => {
  const list =
    /^[ \t]*(?:UID[ \t]+|USER[ \t]+)?PID[ \t]+[A-Z%][^\n]*(?:CMD|COMMAND)[ \t]*(?:\n[ \t]*(?:[\w-]+[ \t]+)?\d+[ \t][^\n]*)*/gm
  return [...section.text.matchAll(list)]
    .filter((match) => !/ACCESS/.test(match[0]))
    .map((match) => {
      const running = keepalivedRow.test(match[0])
      return finding(section, match, 'processes', {
        host: {keepalived: running ? 'running' : 'stopped'},
        ...(!running && {
          assumes: 'keepalived is not in the list of processes: taken for stopped.',
        }),
      })
    })
}

const serviceCommands =
  /^(?:postgres|nginx|ruby|java|beam(?:\.smp)?|redis-server|runsv|svlogd|epmd|unicorn|oc_id|node)$/

/** `fuser -vm`: who keeps the mount busy besides the services and the kernel. */
const holders: Format = (section) => {
  const list =
    /^[ \t]*USER[ \t]+PID[ \t]+ACCESS[ \t]+COMMAND[ \t]*\n[ \t]*\/[^\n]*(?:\n[ \t]+[\w-]+[ \t]+(?:\d+|kernel)[ \t]+\S+[ \t]+\S+)*\n?/gm
  return [...section.text.matchAll(list)].map((match) => {
    const commands = [...match[0].matchAll(/[ \t](?:\d+)[ \t]+\S+[ \t]+(\S+)[ \t]*\n/g)]
    const held = commands.some(([, command]) => !serviceCommands.test(command!))
    return finding(section, match, 'who uses the mount', {
      host: {held: held ? 'yes' : 'no'},
      ...(!held && {assumes: whole('users of the mount')}),
    })
  })
}

const lvsHeader =
  /^[ \t]*LV[ \t]+VG[ \t]+Attr[^\n]*(?:\n[ \t]+[\w.-]+[ \t]+\S+[ \t]+[-\w]{6,10}[ \t][^\n]*)*/gm

/** `lvs`: a snapshot is a volume with `s` first among its attributes and an origin. */
const volumes: Format = (section) =>
  [...section.text.matchAll(lvsHeader)].map((match) => {
    const rows = match[0].split('\n').slice(1)
    const snapshot = rows.some((row) =>
      /^[ \t]+\S+[ \t]+\S+[ \t]+[sS][-\w]+[ \t]+\S+[ \t]+drbd(?:\s|$)/.test(row),
    )
    if (snapshot) return finding(section, match, 'logical volumes', {host: {snapshot: 'yes'}})
    const hasOrigin = rows.some((row) => /^[ \t]+drbd[ \t]/.test(row))
    return finding(section, match, 'logical volumes', {
      ...(hasOrigin && {host: {snapshot: 'no'}, assumes: whole('volumes')}),
    })
  })

/** `systemctl status keepalived`. */
const unit: Format = each(
  /^[^\n]*\bkeepalived\.service\b[^\n]*(?:\n[^\n]*){0,4}?\n[ \t]*Active: (\w+)[^\n]*/gm,
  ([, state]) => ({
    meaning: 'the unit of keepalived',
    ...(['active', 'inactive', 'failed'].includes(state!) && {
      host: {keepalived: state === 'active' ? 'running' : 'stopped'},
    }),
  }),
)

const overReplication = /(?:repl|drbd|cluster|cross|sync)/i

/** `ping NAME`: which network it goes over is told by the name. */
const ping: Format = each(
  /^[ \t]*PING (\S+) \([^)\n]*\)[\s\S]{0,900}?(\d+) packets transmitted, (\d+)(?: packets)? received[^\n]*(?:\n[ \t]*(?:rtt|round-trip)[^\n]*)?/gm,
  ([, target, , received]) => {
    const answer = Number(received) > 0 ? 'yes' : 'no'
    const network = overReplication.test(target!)
      ? 'replication'
      : /[A-Za-z]/.test(target!)
        ? 'heartbeat'
        : undefined
    if (!network) {
      return {
        meaning: 'a ping',
        note: `Which network ${target} is on cannot be told from the number: ping by name.`,
      }
    }
    return {
      meaning: `a ping over the ${network} network`,
      cluster: {[`${network} ${target}`]: answer},
    }
  },
)

const port: Format = each(
  /^[^\n]*?(?:[Cc]onnect(?:ion)? to) (\S+)(?: \([^)]*\))?[ ,]+(?:port )?7788\b[^\n]*?(succeeded|failed|refused|timed out)[^\n]*/gm,
  ([, target, answer]) => ({
    meaning: 'the replication port',
    cluster: {[`replication ${target}`]: answer === 'succeeded' ? 'yes' : 'no'},
  }),
)

const unreachable: Format = each(/ssh: connect to host (\S+) port \d+: [^\n]*/g, ([, name]) => ({
  meaning: `${name} cannot be reached`,
  unreachable: name!,
}))

/** What the operating system's commands print. */
export const system: readonly Format[] = [
  df,
  mounts,
  addresses,
  holders,
  processes,
  unit,
  volumes,
  ping,
  port,
  unreachable,
  each(/^[ \t]*Specified filename \S+ is not a mountpoint\.?/gm, () => ({
    meaning: 'the file system is not mounted',
    host: {held: 'no'},
  })),
  each(/^[ \t]*(master|backup)[ \t]*$/gm, ([, status]) => ({
    meaning: 'a status file of the cluster script',
    host: {status: status!},
    assumes: 'A lone “master” or “backup” is taken for current_cluster_status.',
  })),
  aside(/^[ \t]*\d+: [\w.@-]+: <[^>\n]*>[^\n]*/gm, 'a network interface'),
  aside(/^[ \t]*(?:link\/[\w[]+|valid_lft|altname)[^\n]*/gm, 'a network interface'),
  aside(
    /^[ \t]*(?:```\w*|~~~\w*|\{(?:code|noformat|quote)(?::[^}\n]*)?\}|\[\/?code\]|\.\.\.)[ \t]*$/gm,
    'a mark of the paste',
  ),
  aside(
    /^[ \t]*[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} [A-Z]{2,5} \d{4}[ \t]*$/gm,
    'a date',
  ),
]
