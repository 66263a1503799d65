import {type Finding, type Format, finding, isHostName} from '../finding.ts'
import {type DrbdFields, factsOf, impossibility} from './drbd-fields.ts'
import {jsonTexts} from './json-text.ts'

/**
 * `drbdadm status` of DRBD 9 and of newer 8.4 tools: a resource with its role, its disk, and one
 * block a peer. Fields are taken by name wherever they stand, for wrapping and lost blanks.
 */
const resource =
  /(?<![\w/.-])([A-Za-z_][\w.-]*)\s+(?:node-id:\d+\s+)?role:\s*(Primary|Secondary)(?![A-Za-z])((?:(?!\s[A-Za-z_][\w.-]*\s+(?:node-id:\d+\s+)?role:(?:Primary|Secondary)\s+(?:suspended|disk:|volume:))[\s\S]){0,600}?)(?=\n\s*\n|$|\n[^\s]|[#$]\s)/g

const peerStart =
  /(?<![\w/.-])([A-Za-z_][\w.-]*)\s+(?:node-id:\d+\s+)?(?:role:(\w+)|connection:(\w+))/

const field = (text: string, name: string): string | undefined =>
  new RegExp(`(?<![-\\w])${name}:\\s*([A-Za-z]+)`).exec(text)?.[1]

/**
 * What a peer's block says of the connection. Connected is not printed, and `Established` not by
 * DRBD 9; but a block that breaks off behind the peer's role says nothing.
 */
function connectionOf(block: string, peerDs: string | undefined): string | undefined {
  const connection = field(block, 'connection')
  if (connection !== undefined && connection !== 'Connected') return connection
  const replication = field(block, 'replication')
  if (replication !== undefined && replication !== 'Off') return replication
  return connection ?? (peerDs === undefined ? undefined : 'Connected')
}

/** What the block of the one peer says. DRBD 9 may print `disk:` there for `peer-disk:`. */
function peerFields(block: string): DrbdFields {
  const peerDs = field(block, 'peer-disk') ?? field(block, 'disk')
  const cs = connectionOf(block, peerDs)
  const peerRo = field(block, 'role')
  const apart = field(block, 'connection') !== undefined && cs !== 'Connected'
  return {cs, peerRo: peerRo ?? (apart ? 'Unknown' : undefined), peerDs}
}

function fieldsOf(own: string, peer: string | undefined): DrbdFields {
  const ds = field(own, 'disk')
  return peer === undefined ? {ds} : {ds, ...peerFields(peer)}
}

function readResource(role: string, body: string): Partial<Finding> {
  const start = peerStart.exec(body)
  const own = start ? body.slice(0, start.index) : body
  const block = start ? body.slice(start.index) : undefined
  const more = block !== undefined && peerStart.test(block.slice(start![0].length))
  const fields = {ro: role, ...fieldsOf(own, more ? undefined : block)}
  const impossible = impossibility(fields)
  return {
    ...(impossible !== undefined && {impossible}),
    host: factsOf(fields),
    ...(more && {assumes: 'drbdadm status names several peers: only the host itself was read.'}),
  }
}

/** A block that starts with a peer belongs to a resource whose head is lost. */
const isPeer = (name: string, body: string): boolean =>
  name === 'peer' || isHostName(name) || !/^(?:\s+[a-z-]+:\S+)*?\s+disk:/.test(body)

const textStatus: Format = (section) =>
  [...section.text.matchAll(resource)].map((match) => {
    const [, name, role, body] = match
    if (isPeer(name!, body!)) return finding(section, match, 'a part of drbdadm status')
    return finding(section, match, 'drbdadm status', readResource(role!, body!))
  })

interface JsonConnection {
  'connection-state'?: unknown
  'peer-role'?: unknown
  peer_devices?: readonly Record<string, unknown>[]
}

interface JsonResource {
  role?: unknown
  devices?: readonly Record<string, unknown>[]
  connections?: readonly JsonConnection[]
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function jsonFields({role, devices, connections}: JsonResource): DrbdFields {
  const [connection] = connections ?? []
  const [peer] = connection?.peer_devices ?? []
  const state = text(connection?.['connection-state'])
  const replication = text(peer?.['replication-state'])
  const together = state === 'Connected' && replication !== undefined && replication !== 'Off'
  return {
    cs: together ? replication : state,
    ro: text(role),
    ds: text(devices?.[0]?.['disk-state']),
    peerRo: text(connection?.['peer-role']),
    peerDs: text(peer?.['peer-disk-state']),
  }
}

function jsonFinding(value: unknown): Partial<Finding> | undefined {
  if (!Array.isArray(value)) return undefined
  if (value.length === 0) return {host: {cs: 'Unconfigured'}}
  const [resource] = value as readonly (JsonResource | null)[]
  if (typeof resource !== 'object' || resource === null || !('role' in resource)) return undefined
  const fields = jsonFields(resource)
  const impossible = impossibility(fields)
  const marked = resource.connections?.[0]?.peer_devices?.[0]?.['out-of-sync']
  return {
    ...(impossible !== undefined && {impossible}),
    host: {
      ...factsOf(fields),
      ...(typeof marked === 'number' && {oos: marked === 0 ? '0' : 'some'}),
    },
  }
}

/** `drbdsetup status --json`: an array of resources; an empty one: none is up. */
const jsonStatus: Format = (section) =>
  jsonTexts(section.text).flatMap(({start, end, value}) => {
    const found = jsonFinding(value)
    if (!found) return []
    const meaning = 'drbdsetup status --json'
    return [{start: section.start + start, end: section.start + end, meaning, ...found}]
  })

export const drbdStatus: readonly Format[] = [jsonStatus, textStatus]
