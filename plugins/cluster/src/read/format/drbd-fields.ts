import {
  apartStates,
  connectionStates,
  diskStates,
  handshakeStates,
  roles,
} from '../../vocabulary/host-facts.ts'
import type {Finding} from '../finding.ts'

/** Names of DRBD 9 for what 8.4 calls otherwise. */
const newNames: Readonly<Record<string, string>> = {
  Connecting: 'WFConnection',
  Established: 'Connected',
  Detaching: 'Failed',
}

const known = (list: readonly string[], name: string): string | undefined => {
  const old = newNames[name] ?? name
  return list.includes(old) ? old : undefined
}

export const connectionState = (name: string): string | undefined => known(connectionStates, name)
export const diskState = (name: string): string | undefined => known(diskStates, name)
export const roleName = (name: string): string | undefined => known(roles, name)

/** The fields of a state, as far as they were printed and in that order; local value first. */
export interface DrbdFields {
  readonly cs?: string
  readonly ro?: string
  readonly peerRo?: string
  readonly ds?: string
  readonly peerDs?: string
}

type Complaint = string | false | undefined

const strangers = ({cs, ro, peerRo, ds, peerDs}: DrbdFields): Complaint[] => [
  cs !== undefined && !connectionState(cs) && `“${cs}” is no connection state`,
  ...[ro, peerRo].map((name) => name !== undefined && !roleName(name) && `“${name}” is no role`),
  ...[ds, peerDs].map(
    (name) => name !== undefined && !diskState(name) && `“${name}” is no disk state`,
  ),
  ro === 'Unknown' && 'only the role of a peer can be Unknown',
  ds === 'DUnknown' && 'only the disk of a peer can be DUnknown',
]

/** While not connected nothing of the peer is known, but perhaps that its disk is bad. */
const apart = ({cs, peerRo, peerDs}: DrbdFields): Complaint[] => [
  peerRo !== undefined &&
    peerRo !== 'Unknown' &&
    `in ${cs} the peer's role is Unknown, not ${peerRo}`,
  peerDs !== undefined &&
    !['DUnknown', 'Outdated', 'Inconsistent'].includes(peerDs) &&
    `in ${cs} the peer's disk is DUnknown, not ${peerDs}`,
]

const connected = ({cs, peerRo, ds, peerDs}: DrbdFields): Complaint[] => [
  peerRo === 'Unknown' && `in ${cs} the peer's role is known`,
  peerDs === 'DUnknown' && `in ${cs} the peer's disk is known`,
  cs === 'SyncTarget' &&
    ds !== undefined &&
    ds !== 'Inconsistent' &&
    `a SyncTarget's disk is Inconsistent, not ${ds}`,
  cs === 'SyncSource' &&
    ds !== undefined &&
    ds !== 'UpToDate' &&
    `a SyncSource's disk is UpToDate, not ${ds}`,
]

const among = (states: readonly string[], name: string): boolean => states.includes(name)

function complaints(fields: DrbdFields): Complaint[] {
  const cs = fields.cs && connectionState(fields.cs)
  if (!cs || cs === 'Unconfigured' || among(handshakeStates, cs)) return strangers(fields)
  const named = {...fields, cs}
  return [...strangers(fields), ...(among(apartStates, cs) ? apart(named) : connected(named))]
}

/** Why DRBD cannot have printed these fields together; undefined if it can. */
function impossibility(fields: DrbdFields): string | undefined {
  const found = complaints(fields).filter((one): one is string => typeof one === 'string')
  return found.length === 0 ? undefined : found.join('; ')
}

/** The observations that the fields are, by key. */
function factsOf({cs, ro, peerRo, ds, peerDs}: DrbdFields): Record<string, string> {
  const entries = {
    cs: cs && connectionState(cs),
    ro,
    'peer-ro': peerRo,
    ds: ds && diskState(ds),
    'peer-ds': peerDs && diskState(peerDs),
  }
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** The fields without the last one, if the end of the text may have cut its word off. */
function withoutTornWord(fields: DrbdFields): DrbdFields {
  const printed = Object.entries(fields).filter(([, word]) => word !== undefined)
  const last = printed.at(-1)
  const torn = last && impossibility({[last[0]]: last[1]}) !== undefined
  return torn ? Object.fromEntries(printed.slice(0, -1)) : fields
}

const bothPrimary = (fields: DrbdFields): boolean =>
  fields.ro === 'Primary' && fields.peerRo === 'Primary'

/**
 * What is to be made of fields that were printed together: observations, or why they cannot be.
 * `cut`: the text ends with them.
 */
export function drbdState(
  fields: DrbdFields,
  cut = false,
): Pick<Finding, 'host' | 'impossible' | 'broken' | 'unexpected'> {
  const sound = cut ? withoutTornWord(fields) : fields
  const impossible = impossibility(sound)
  return {
    host: factsOf(sound),
    ...(impossible !== undefined && {impossible}),
    ...(sound !== fields && {broken: true}),
    ...(bothPrimary(sound) && {
      unexpected: 'two connected Primaries, and the configuration of this cluster allows one',
    }),
  }
}

export const ioSuspended = (host: string): string =>
  `Input and output of the device are suspended on ${host}: what writes there hangs.`
