import {connectionStates, diskStates, roles} from '../../vocabulary/host-facts.ts'
import {type Finding, type Format, type Section, aside, each, finding} from '../finding.ts'
import {type DrbdFields, factsOf, impossibility} from './drbd-fields.ts'

/** A known name if one stands there, else whatever word does. */
const name = (list: readonly string[]): string => `(${list.join('|')}|[A-Za-z]+)`

/**
 * The line with the state, blanks lost or not: `0: cs:C ro:S/P ds:S/P C r-----`. 8.3 printed `st:`
 * before `ro:`; StandAlone has no protocol letter.
 */
const stateLine = new RegExp(
  `(?<![\\d.])(\\d{1,3}):\\s*cs:\\s*${name(connectionStates)}(?![A-Za-z])` +
    `(?:\\s*(?:ro|st):\\s*${name(roles)}\\s*/\\s*${name(roles)}(?![A-Za-z])` +
    `(?:\\s*ds:\\s*${name(diskStates)}\\s*/\\s*${name(diskStates)})?)?`,
  'g',
)

/** The protocol letter and the flags, damaged or not. */
const flags = /^\s*(?:[ABC](?=[\s-]|[rs]))?\s*[rs][^\s]{0,8}/
const soundFlags = /[rs][-a-zA-Z]{3,6}$/
const counters =
  /^\s*ns:\s*\d+[\s\S]{0,160}?(?:ep|ap):\s*\d+(?:\s*ep:\s*\d+)?(?:\s*wo:\s*[bfdn])?(?:\s*oos:\s*(\d+))?/

/** Whether the match runs into the end of the text: its last word may have been cut off. */
const isCut = (section: Section, end: number): boolean => section.text.slice(end).trim() === ''

/** The fields of a match; a word that the end of the text may have cut off is left out. */
function fieldsOf(match: RegExpMatchArray, cut: boolean): {fields: DrbdFields; broken: boolean} {
  const [, , cs, ro, peerRo, ds, peerDs] = match
  const entries = Object.entries({cs, ro, peerRo, ds, peerDs}).filter(
    ([, word]) => word !== undefined,
  )
  const last = entries.at(-1)
  const broken = cut && last !== undefined && impossibility({[last[0]]: last[1]}) !== undefined
  return {fields: Object.fromEntries(broken ? entries.slice(0, -1) : entries), broken}
}

/** What follows the state: flags and counters, the marked blocks among them. */
function tailOf(section: Section, end: number): {end: number; oos?: string; damaged: boolean} {
  const flagText = flags.exec(section.text.slice(end))?.[0] ?? ''
  const flagged = flagText.length
  const counted = counters.exec(section.text.slice(end + flagged))
  const oos = counted?.[1]
  return {
    end: end + flagged + (counted?.[0].length ?? 0),
    damaged: flagText !== '' && !soundFlags.test(flagText),
    ...(oos !== undefined && {oos: Number(oos) === 0 ? '0' : 'some'}),
  }
}

function readState(section: Section, match: RegExpMatchArray): Finding {
  const end = match.index! + match[0].length
  const tail = tailOf(section, end)
  const {fields, broken} = fieldsOf(match, isCut(section, end))
  const impossible = impossibility(fields)
  const whole = {...match, 0: section.text.slice(match.index, tail.end)} as RegExpMatchArray
  if (match[1] !== '0')
    return finding(section, whole, `state of device ${match[1]}, which is not read`)
  const meaning = `state of drbd0 in /proc/drbd${tail.damaged ? ', its flags damaged' : ''}`
  return finding(section, whole, meaning, {
    ...(impossible !== undefined && {impossible}),
    ...(broken && {broken}),
    host: {...factsOf(fields), ...(tail.oos !== undefined && {oos: tail.oos})},
  })
}

const states: Format = (section) =>
  [...section.text.matchAll(stateLine)].map((match) => readState(section, match))

const noDevice = 'DRBD lists no device here: its resource is down, or the output was cut off.'

/** `/proc/drbd` of DRBD 8.3 and 8.4. */
export const procDrbd: readonly Format[] = [
  states,
  aside(/^m:res\s+cs\s+ro\s+ds\b[^\n]*/gm, 'head of the table of `service drbd status`'),
  aside(/\bdrbd driver loaded OK;[^\n]*/g, 'head of `service drbd status`'),
  aside(/^\.\.\.\s+sync'ed:[^\n]*/gm, 'progress of a resync'),
  each(/\bversion:\s*8\.\d[\w.-]*\s*\(api:[^)\n]*\)?/g, (_match, section) => ({
    meaning: 'version of DRBD',
    ...(!/\bcs:|^m:res\s/m.test(section.text) && {note: noDevice}),
  })),
  aside(/\bversion:\s*9\.\d[\w.-]*[^\n]*/g, 'version of DRBD 9, whose /proc/drbd shows no states'),
  aside(
    /\b(?:GIT-hash|srcversion):\s*[0-9A-Fa-f]{6,}(?:\s+build\s+by\s+\S+,?\s*(?:\d{4}\S+\s+[\d:]+)?)?/g,
    'build of DRBD',
  ),
  aside(
    /\[[=>.…]{2,}[^\]\n]{0,40}\]\s*(?:sync'ed|verified):\s*[\d.]+%[^\n]*/g,
    'progress of a resync',
  ),
  aside(/\b(?:resync|act_log): used:\d+[^\n]*/g, 'use of caches, as DRBD 8.2 prints it'),
  aside(/\bfinish:\s*[\d:]+\s+speed:[^\n]*/g, 'speed of a resync'),
]
