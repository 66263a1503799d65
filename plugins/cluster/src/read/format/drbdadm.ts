import {type Finding, type Format, type Section, aside, each, finding} from '../finding.ts'
import {empty, justCreated} from '../../generations.ts'
import {connectionState, diskState, factsOf, impossibility, roleName} from './drbd-fields.ts'

/** A line that holds nothing but this. */
const alone = (pattern: string): RegExp => new RegExp(`^[ \\t]*${pattern}[ \\t]*$`, 'gm')

const pair: Format = each(alone('([A-Z][A-Za-z]+)/([A-Z][A-Za-z]+)'), ([, self, peer]) => {
  const isRole = roleName(self!) !== undefined
  const fields = isRole ? {ro: self!, peerRo: peer!} : {ds: self!, peerDs: peer!}
  const strange = impossibility(fields)
  if (strange !== undefined) return {meaning: 'two words of no known state'}
  return {
    meaning: isRole ? 'roles, as drbdadm role prints them' : 'disks, as drbdadm dstate prints them',
    host: factsOf(fields),
  }
})

/** What follows a word that is the torn end of a line of `drbdadm status`. */
const statusGoesOn = /^\s*(?:volume|replication|connection|(?:peer-)?disk):/

/** One word: what `cstate` prints, and what `role` and `dstate` of DRBD 9 do. */
const single: Format = (section) =>
  [...section.text.matchAll(alone('([A-Z][A-Za-z]+)'))].flatMap((match) => {
    const word = match[1]!
    if (statusGoesOn.test(section.text.slice(match.index + match[0].length))) return []
    const cs = connectionState(word)
    if (cs)
      return [finding(section, match, 'connection, as drbdadm cstate prints it', {host: {cs}})]
    const ro = roleName(word)
    if (ro && ro !== 'Unknown') return [finding(section, match, 'role', {host: {ro}})]
    const ds = diskState(word)
    return ds && ds !== 'DUnknown' ? [finding(section, match, 'disk', {host: {ds}})] : []
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

const overview: Format = (section: Section): readonly Finding[] =>
  [
    ...section.text.matchAll(
      /^[ \t]*\d+:\w[\w.-]*(?:\/\d+)?[ \t]+([A-Z]\w+)[ \t]+([A-Z]\w+)\/([A-Z]\w+)[ \t]+([A-Z]\w+)\/([A-Z]\w+)(?:[ \t]+[ABC])?(?:[ \t]+[rs][-a-zA-Z]{3,6})?[ \t]*(\/\S+)?.*$/gm,
    ),
  ].map((match) => {
    const [, cs, ro, peerRo, ds, peerDs, mount] = match
    const fields = {cs: cs!, ro: ro!, peerRo: peerRo!, ds: ds!, peerDs: peerDs!}
    const impossible = impossibility(fields)
    return finding(section, match, 'state in drbd-overview', {
      ...(impossible !== undefined && {impossible}),
      host: {...factsOf(fields), mounted: mount ? 'yes' : 'no'},
    })
  })

/** What `drbdadm` and its relatives print in a line or two. */
export const drbdadm: readonly Format[] = [
  overview,
  identifiers,
  refusal,
  pair,
  single,
  each(/^[ \t]*\d+:\w[\w.-]*(?:\/\d+)?[ \t]+Unconfigured.*$/gm, () => ({
    meaning: 'the resource is down',
    host: {cs: 'Unconfigured'},
  })),
  each(/^# No currently configured DRBD found\.?$/gm, () => ({
    meaning: 'no resource is up',
    host: {cs: 'Unconfigured'},
  })),
  aside(
    /^[ \t]*(?:sudo )?(?:drbdadm|drbdsetup|drbd-overview|chef-server-ctl|private-chef-ctl|cat \/proc\/(?:drbd|mounts)|ip a)\b[^\n:]*$/gm,
    'a command as typed',
  ),
  aside(/^Device (?:has no disk|is unconfigured)$/gm, 'no metadata to read'),
  aside(/^Command '.*' terminated with exit code \d+$/gm, 'how a command ended'),
  aside(/^[ |+V<>^-]*(?:-?<.*>-?[ +|^-]*|[V^ ]{5,}|[| ]{5,}\+--<.*)$/gm, 'legend of show-gi'),
]
