import {connectionStates, diskStates, roles} from '../../vocabulary/host-facts.ts'

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

/** The fields of a state, as far as they were printed; local value first. */
export interface DrbdFields {
  readonly cs?: string
  readonly ro?: string
  readonly peerRo?: string
  readonly ds?: string
  readonly peerDs?: string
}

/** States in which there is no connection: nothing of the peer can be known but a bad disk. */
const unconnected = [
  'StandAlone',
  'Disconnecting',
  'Unconnected',
  'Timeout',
  'BrokenPipe',
  'NetworkFailure',
  'ProtocolError',
  'TearDown',
  'WFConnection',
]

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

const connected = ({cs, ro, peerRo, ds, peerDs}: DrbdFields): Complaint[] => [
  peerRo === 'Unknown' && `in ${cs} the peer's role is known`,
  peerDs === 'DUnknown' && `in ${cs} the peer's disk is known`,
  ro === 'Primary' &&
    peerRo === 'Primary' &&
    'two Primaries cannot be connected here: the configuration allows one',
  cs === 'SyncTarget' &&
    ds !== undefined &&
    ds !== 'Inconsistent' &&
    `a SyncTarget's disk is Inconsistent, not ${ds}`,
  cs === 'SyncSource' &&
    ds !== undefined &&
    ds !== 'UpToDate' &&
    `a SyncSource's disk is UpToDate, not ${ds}`,
]

/** Transient states of the way up and down, in which the peer's fields are already or still there. */
const passing = [
  'WFReportParams',
  'WFBitMapS',
  'WFBitMapT',
  'WFSyncUUID',
  'StartingSyncS',
  'StartingSyncT',
]

function complaints(fields: DrbdFields): Complaint[] {
  const cs = fields.cs && connectionState(fields.cs)
  if (!cs || cs === 'Unconfigured' || passing.includes(cs)) return strangers(fields)
  const named = {...fields, cs}
  return [...strangers(fields), ...(unconnected.includes(cs) ? apart(named) : connected(named))]
}

/** Why DRBD cannot have printed these fields together; undefined if it can. */
export function impossibility(fields: DrbdFields): string | undefined {
  const found = complaints(fields).filter((one): one is string => typeof one === 'string')
  return found.length === 0 ? undefined : found.join('; ')
}

/** The observations that the fields are, by key. */
export function factsOf({cs, ro, peerRo, ds, peerDs}: DrbdFields): Record<string, string> {
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
