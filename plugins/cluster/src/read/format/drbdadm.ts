import {type Finding, type Format, type Section, aside, each, finding} from '../finding.ts'
import {empty, justCreated} from '../../generations.ts'
import {connectionStates, diskStates, roles} from '../../vocabulary/host-facts.ts'
import {deviceOf} from './cluster-own.ts'
import {connectionState, diskState, drbdState, roleName} from './drbd-fields.ts'

/** A line that holds nothing but this. */
const alone = (pattern: string): RegExp => new RegExp(`^[ \\t]*${pattern}[ \\t]*$`, 'gm')

const pair: Format = each(alone('([A-Z][A-Za-z]+)/([A-Z][A-Za-z]+)'), ([, self, peer]) => {
  const isRole = roleName(self!) !== undefined
  const state = drbdState(isRole ? {ro: self!, peerRo: peer!} : {ds: self!, peerDs: peer!})
  if (state.impossible !== undefined) return {meaning: 'two words of no known state'}
  return {
    meaning: isRole ? 'roles, as drbdadm role prints them' : 'disks, as drbdadm dstate prints them',
    ...state,
  }
})

/** What follows a word that is the torn end of a line of `drbdadm status`, or half of a pair. */
const goesOn = /^\s*(?:\/|(?:volume|replication|connection|(?:peer-)?disk):)/

/** Whether a line may be what is left of one: the paste begins, or breaks off, with it. */
const isAtEdge = ({text, start}: Section, {index, 0: line}: RegExpMatchArray): boolean =>
  (start === 0 && text.slice(0, index).trim() === '') || index! + line.length === text.length

/**
 * One word: what `cstate` prints, and what `role` and `dstate` of DRBD 9 do. At an edge of the paste
 * it may be the rest of a longer line: of a pair of 8.4, or of another device.
 */
const single: Format = (section) =>
  [...section.text.matchAll(alone('([A-Z][A-Za-z]+)'))].flatMap((match) => {
    const word = match[1]!
    const before = section.text.slice(0, match.index)
    const after = section.text.slice(match.index + match[0].length)
    if (goesOn.test(after) || /\/\s*$/.test(before)) return []
    const own = {
      ...(isAtEdge(section, match) && {assumes: `A lone “${word}” is taken for the host’s own.`}),
    }
    const cs = connectionState(word)
    if (cs) return [finding(section, match, 'connection', {...own, host: {cs}})]
    const ro = roleName(word)
    if (ro && ro !== 'Unknown') return [finding(section, match, 'role', {...own, host: {ro}})]
    const ds = diskState(word)
    return ds && ds !== 'DUnknown' ? [finding(section, match, 'disk', {...own, host: {ds}})] : []
  })

const word = '((?:[0-9A-Fa-f]\\n?){16})'
const identifierLine = new RegExp(
  `(?<![0-9A-Fa-f])${word}:\\n?${word}:\\n?${word}:\\n?${word}:\\n?((?:[01]\\n?:\\n?){6,}[01])(?![0-9])`,
  'g',
)

/** A generation by its digits without the lowest bit, which says only that a Primary wrote it. */
function generation(digits: string): string {
  const clean = digits.replace(/\s/g, '').toUpperCase()
  const last = parseInt(clean.slice(-1), 16) & ~1
  return clean.slice(0, -1) + last.toString(16).toUpperCase()
}

/**
 * Numbers for generations that are equal where the generations are. 48 bits of 64 are kept, which
 * random generations do not share by chance.
 */
function asNumber(digits: string): number {
  const id = generation(digits)
  if (/^0+$/.test(id)) return empty
  if (/^0+4$/.test(id)) return justCreated
  return 2 + parseInt(id.slice(4), 16)
}

const identifiers: Format = each(identifierLine, (match) => {
  const [, current, bitmap, history1, history2, flagText] = match
  const flags = flagText!
    .replace(/\s/g, '')
    .split(':')
    .map((flag) => flag === '1')
  return {
    meaning: 'generation identifiers',
    identifiers: {
      text: match[0].replace(/\s/g, ''),
      current: asNumber(current!),
      bitmap: asNumber(bitmap!),
      history1: asNumber(history1!),
      history2: asNumber(history2!),
      consistent: flags[0] ?? false,
      primary: flags[2] ?? false,
      crashedPrimary: flags[6] ?? false,
    },
  }
})

/** A refusal: `0: State change failed: (-12) Device is held open by someone`. */
const refusal: Format = each(
  /(?:State change failed|Failure):\s*\((-?\d+)\)[^\n]*/g,
  ([, code]) => ({meaning: 'a refusal by DRBD', host: {refused: code!}, log: true}),
)

const names = (list: readonly string[]): string => `(${list.join('|')})`
const states = `${names(diskStates)}/${names(diskStates)}`
const noMount = 'The line names no mount: the device is taken for not mounted.'

/**
 * A line of `drbd-overview` or of the table of `service drbd status`, blanks lost or not:
 * `0:pc0/0  Connected Primary/Secondary UpToDate/UpToDate C r----- /mnt ext4 …`.
 */
const overviewLine = new RegExp(
  `^[ \\t]*(\\d+):\\w[\\w.-]*?(?:/\\d+)?[ \\t]*${names(connectionStates)}[ \\t]+` +
    `${names(roles)}/${names(roles)}[ \\t]*${states}[ \\t]*(?:[ABC](?![a-z]))?[ \\t]*` +
    '(?:[rs][-a-zA-Z]{3,6})?[ \\t]*([^\\n]*)$',
  'gm',
)

/** What an overview says of the mount: a directory, another use of the device, or nothing. */
function mountOf(rest: string): Partial<Finding>[] {
  if (/^\/(?!dev\/)/.test(rest)) return [{host: {mounted: 'yes'}}]
  return rest === '' ? [{host: {mounted: 'no'}, assumes: noMount}] : []
}

const overview: Format = (section: Section): readonly Finding[] => {
  const matches = [...section.text.matchAll(overviewLine)]
  const {own, ...said} = deviceOf(matches.map(([, minor]) => minor!))
  return matches.flatMap((match) => {
    const [, minor, cs, ro, peerRo, ds, peerDs, rest] = match
    if (minor !== own) return [finding(section, match, `drbd${minor}, which is not read`, said)]
    const state = {...drbdState({cs, ro, peerRo, ds, peerDs}), ...said}
    return [state, ...mountOf(rest!)].map((more) =>
      finding(section, match, 'state in drbd-overview', more),
    )
  })
}

/** The cluster’s device as drbd-overview names it when it is down. */
const downOverview: Format = each(/^[ \t]*0:\w[\w.-]*(?:\/\d+)?[ \t]+Unconfigured.*$/gm, () => ({
  meaning: 'the resource is down',
  host: {cs: 'Unconfigured'},
}))

const resourceDown: Format = each(
  /^(?:# No currently configured DRBD found\.?|[\w.-]+: No such resource)$/gm,
  () => ({meaning: 'no resource is up', host: {cs: 'Unconfigured'}}),
)

const moduleGone: Format = each(
  /^(?:cat: )?\/proc\/drbd: No such file or directory$|^Could not connect to 'drbd' generic netlink family$/gm,
  () => ({
    meaning: 'the module of DRBD is not loaded',
    host: {cs: 'Unconfigured'},
    assumes: 'The module of DRBD is not loaded: the resource is taken for down.',
  }),
)

const waitsAtBoot = (host: string): string =>
  `The start script of DRBD on ${host} waits for the peer. The answer “yes” lets the host go on alone, with the data it has: make sure first that its peer has no newer data.`

/** What `/etc/init.d/drbd start` prints until the peer has come. */
const startScript: readonly Format[] = [
  each(/^[ \t]*To abort waiting enter 'yes' \[[ \d-]+\]:[^\n]*$/gm, () => ({
    meaning: 'the start script waits for the peer',
    tells: waitsAtBoot,
  })),
  aside(
    /^[ \t]*(?:Starting DRBD resources: *\[.*|(?:create res|prepare disk|adjust disk|adjust net): .*|DRBD's startup script waits for the peer.*|- (?:In case|If) (?:this node was already|the peer was available) .*|(?:reboot,? the timeout|expire after|is \d+ seconds\.) .*|\(These values are for resource .*|(?:degr-|outdated-)?wfc-timeout (?:has|implicitly) .*|[.*]{8,})$/gm,
    'the start script of DRBD',
  ),
]

/** Words between a prompt, or none, and the output of the command. */
const typedCommand =
  /^[ \t]*(?:[$#%>][ \t]*)?(?:sudo[ \t]+)?(?:drbdadm|drbdsetup|drbd-overview|chef-server-ctl|private-chef-ctl|(?:service|systemctl)[ \t]|\/etc\/init\.d\/drbd|(?:cat|tail|grep)[ \t][^\n]*\/(?:proc|var)\/|ip[ \t]+(?:-\S+[ \t]+)*a|df|mount|dmesg|journalctl|hostname)\b[^\n:]*$/gm

/** What `drbdadm` and its relatives print in a line or two. */
export const drbdadm: readonly Format[] = [
  overview,
  downOverview,
  identifiers,
  refusal,
  pair,
  single,
  resourceDown,
  moduleGone,
  ...startScript,
  aside(typedCommand, 'a command as typed'),
  aside(/^[ \t]*Device (?:has no disk|is unconfigured)$/gm, 'no metadata to read'),
  aside(/^[ \t]*Command '.*' terminated with exit code \d+$/gm, 'how a command ended'),
  aside(
    /^[ \t]*(?:DRBD module version: \S+|userland version: \S+|preferably kernel and userland versions should match\.|additional info from kernel:|unknown (?:minor|resource)|'.+' not defined in your config \(for this host\)\.)$/gm,
    'a remark of drbdadm',
  ),
  aside(/^[ |+V<>^-]*(?:-?<.*>-?[ +|^-]*|[V^ ]{5,}|[| ]{5,}\+--<.*)$/gm, 'legend of show-gi'),
]
