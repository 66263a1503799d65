import {connectionStates, diskStates, roles} from '../../vocabulary/host-facts.ts'
import {type Finding, type Format, type Section, aside, each, finding} from '../finding.ts'
import {deviceOf} from './cluster-own.ts'
import {drbdState, ioSuspended} from './drbd-fields.ts'

/** A known name if one stands there, else whatever word does. */
const name = (list: readonly string[]): string => `(${list.join('|')}|[A-Za-z]+)`

/**
 * The line with the state, blanks lost or not: `0: cs:C ro:S/P ds:S/P C r-----`. Until 8.2 roles
 * stood under `st:`; StandAlone has no protocol letter.
 */
const stateLine = new RegExp(
  `(?<![\\d.])(\\d{1,3}):\\s*cs:\\s*${name(connectionStates)}(?![A-Za-z])` +
    `(?:\\s*(?:ro|st):\\s*${name(roles)}\\s*/\\s*${name(roles)}(?![A-Za-z])` +
    `(?:\\s*ds:\\s*${name(diskStates)}\\s*/\\s*${name(diskStates)})?)?`,
  'g',
)

/** The protocol letter and the flags, damaged or not. */
const flags = /^\s*(?:[ABC](?=[\s-]|[rs]))?\s*([rs][^\s]{0,8})/
const soundFlags = /^[rs][-a-zA-Z]{3,6}$/
const suspendedFlags = /^s[-a-zA-Z]{3,6}$/
const counters =
  /^\s*ns:\s*\d+[\s\S]{0,160}?(?:ep|ap):\s*[\d[\];]+(?:\s*ep:\s*\d+)?(?:\s*wo:\s*\w)?(?:\s*oos:\s*(\d+))?/

interface Tail {
  readonly end: number
  readonly oos?: string
  readonly damaged: boolean
  readonly suspended: boolean
}

/** What follows the state: flags and counters, the marked blocks among them. */
function tailOf(section: Section, end: number): Tail {
  const found = flags.exec(section.text.slice(end))
  const printed = found?.[1]
  const afterFlags = end + (found?.[0].length ?? 0)
  const counted = counters.exec(section.text.slice(afterFlags))
  const oos = counted?.[1]
  return {
    end: afterFlags + (counted?.[0].length ?? 0),
    damaged: printed !== undefined && !soundFlags.test(printed),
    suspended: printed !== undefined && suspendedFlags.test(printed),
    ...(oos !== undefined && {oos: Number(oos) === 0 ? '0' : 'some'}),
  }
}

function readState(section: Section, match: RegExpMatchArray): Finding {
  const [line, minor, cs, ro, peerRo, ds, peerDs] = match
  const end = match.index! + line.length
  const tail = tailOf(section, end)
  const whole = {...match, 0: section.text.slice(match.index, tail.end)} as RegExpMatchArray
  // The end of the text may have cut the last word off.
  const state = drbdState({cs, ro, peerRo, ds, peerDs}, section.text.slice(end).trim() === '')
  const meaning = `state of drbd${minor} in /proc/drbd${tail.damaged ? ', its flags damaged' : ''}`
  return finding(section, whole, meaning, {
    ...state,
    host: {...state.host, ...(tail.oos !== undefined && {oos: tail.oos})},
    ...(tail.suspended && {tells: ioSuspended}),
  })
}

const states: Format = (section) => {
  const matches = [...section.text.matchAll(stateLine)]
  const {own, ...said} = deviceOf(matches.map(([, minor]) => minor!))
  return matches.map((match) => {
    const read = readState(section, match)
    if (match[1] === own) return {...read, ...said}
    const {start, end} = read
    return {start, end, meaning: `state of drbd${match[1]}, which is not read`, ...said}
  })
}

const noDevice = 'DRBD lists no device here: its resource is down, or the output was cut off.'

/** `/proc/drbd` of DRBD 8.0 to 8.4. */
export const procDrbd: readonly Format[] = [
  states,
  aside(
    /^[ \t]*m:res\s+cs\s+(?:ro|st)\s+ds\b[^\n]*/gm,
    'head of the table of `service drbd status`',
  ),
  aside(/\bdrbd driver loaded OK;[^\n]*/g, 'head of `service drbd status`'),
  aside(/^[ \t]*\.\.\.\s+sync'ed:[^\n]*/gm, 'progress of a resync'),
  each(/\bversion:\s*8\.\d[\w.-]*\s*\(api:[^)\n]*\)?/g, (_match, section) => ({
    meaning: 'version of DRBD',
    ...(!/\bcs:|^[ \t]*m:res\s/m.test(section.text) && {note: noDevice}),
  })),
  aside(/\bversion:\s*9\.\d[\w.-]*[^\n]*/g, 'version of DRBD 9, whose /proc/drbd shows no states'),
  aside(
    /\b(?:GIT-hash|srcversion):\s*[0-9A-Fa-f]{6,}(?:\s+build\s+by\s+\S+,?\s*(?:\d{4}\S+\s+[\d:]+)?)?/g,
    'build of DRBD',
  ),
  aside(/^[ \t]*(?:built-in|Transports \(api:\d+\):[^\n]*)[ \t]*$/gm, 'build of DRBD'),
  aside(
    /\[[=>.…]{2,}[^\]\n]{0,40}\]\s*(?:sync'ed|verified):\s*[\d.]+%[^\n]*/g,
    'progress of a resync',
  ),
  aside(/\b(?:resync|act_log): used:\d+[^\n]*/g, 'use of caches, as DRBD 8.2 prints it'),
  aside(/^[ \t]*blocked on activity log: [\d/]+[ \t]*$/gm, 'use of caches'),
  aside(/\bfinish:\s*[\d:]+\s+speed:[^\n]*/g, 'speed of a resync'),
  aside(/^[ \t]*(?:\d+% sector pos: [\d/]+|stalled)[ \t]*$/gm, 'progress of a resync'),
]
