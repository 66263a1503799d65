import type {Finding, Format} from '../finding.ts'
import {resourceOf} from './cluster-own.ts'
import {type DrbdFields, connectionState, drbdState, ioSuspended} from './drbd-fields.ts'
import {jsonTexts} from './json-text.ts'

/** A word of the text: a field `key:value`, or perhaps a name. */
interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly key?: string
}

/** A resource or a peer: its name and the fields after it, the first of each key. */
interface Block {
  readonly name: string
  readonly start: number
  end: number
  /** Blanks before the name on its line. */
  readonly indent: number
  readonly fields: Map<string, string>
  /** Between its fields stand words that are none, as of fields torn apart. */
  isTorn: boolean
}

/** A resource with the blocks of its peers. */
interface Resource {
  readonly own: Block
  readonly peers: Block[]
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map((match) => {
    const key = /^([a-z][a-z_-]*):\S/.exec(match[0])?.[1]
    const {index} = match
    return {start: index, end: index + match[0].length, text: match[0], ...(key && {key})}
  })

/** A name is followed by a role or a connection; DRBD 9 may print the node's number between. */
function isName(word: Word, next: Word | undefined, afterNext: Word | undefined): boolean {
  const first = next?.key === 'node-id' ? afterNext : next
  return (
    /^[A-Za-z_][\w.-]*$/.test(word.text) && (first?.key === 'role' || first?.key === 'connection')
  )
}

const indentAt = (text: string, offset: number): number =>
  /[^\S\n]*$/.exec(text.slice(Math.max(0, offset - 80), offset))![0].length

/**
 * The blocks of a text, in order. Fields are taken by name wherever they stand, for wrapping and
 * lost blanks; a block ends with its paragraph, and where two words are no fields.
 */
function blocksOf(text: string): Block[] {
  const words = wordsOf(text)
  const blocks: Block[] = []
  let open: Block | undefined
  let strange = 0
  for (const [index, word] of words.entries()) {
    if (isName(word, words[index + 1], words[index + 2])) {
      const {start, end} = word
      open = {
        name: word.text,
        start,
        end,
        indent: indentAt(text, start),
        fields: new Map(),
        isTorn: false,
      }
      blocks.push(open)
      strange = 0
      continue
    }
    const wasStrange = strange > 0
    strange = word.key === undefined ? strange + 1 : 0
    if (open && (strange > 1 || /\n[ \t]*\n/.test(text.slice(open.end, word.start))))
      open = undefined
    if (!open || word.key === undefined) continue
    const value = word.text.slice(word.key.length + 1)
    if (!open.fields.has(word.key)) open.fields.set(word.key, value)
    open.isTorn ||= wasStrange
    open.end = word.end
  }
  return blocks
}

const peerFields = ['connection', 'replication', 'peer-disk', 'congested']

/**
 * Whether a block is about a peer of the resource above: by its fields, by standing further right,
 * or, where the resource above is lost, by having no disk of its own or the name of a peer.
 */
function isPeer({name, indent, fields}: Block, above: Block | undefined): boolean {
  if (peerFields.some((key) => fields.has(key)) || !fields.has('disk')) return true
  return ['peer', 'be1', 'be2'].includes(name) || (above !== undefined && indent > above.indent)
}

/** Blocks by resource; peers of a resource whose head is lost stand alone. */
function resourcesOf(blocks: readonly Block[]): {resources: Resource[]; lone: Block[]} {
  const resources: Resource[] = []
  const lone: Block[] = []
  for (const block of blocks) {
    const above = resources.at(-1)
    if (!isPeer(block, above?.own)) resources.push({own: block, peers: []})
    else if (above) above.peers.push(block)
    else lone.push(block)
  }
  return {resources, lone}
}

/**
 * What a peer's block says of the connection. Connected is not printed, and `Established` not by
 * DRBD 9; but a block that is torn or breaks off behind the peer's role says nothing.
 */
function connectionOf({fields, isTorn}: Block, peerDs: string | undefined): string | undefined {
  const connection = fields.get('connection')
  if (connection !== undefined && connection !== 'Connected') return connection
  const replication = fields.get('replication')
  if (replication === 'Off' || peerDs === undefined) return undefined
  return replication ?? (isTorn ? undefined : 'Connected')
}

/** What the block of the one peer says. DRBD 9 may print `disk:` there for `peer-disk:`. */
function ofPeer(block: Block): DrbdFields {
  const {fields} = block
  const peerDs = fields.get('peer-disk') ?? fields.get('disk')
  const cs = connectionOf(block, peerDs)
  const state = fields.has('connection') && cs !== undefined ? connectionState(cs) : undefined
  const apart = state !== undefined && state !== 'Connected'
  return {peerRo: fields.get('role') ?? (apart ? 'Unknown' : undefined), cs, peerDs}
}

const severalPeers = 'Several peers are shown: only the host itself was read.'

/** What is assumed of the choice of a resource, and in reading it. */
function withBoth(chosen: Partial<Finding>, read: Partial<Finding>): Partial<Finding> {
  const assumed = [chosen.assumes, read.assumes].filter((one) => one !== undefined)
  return {...chosen, ...read, ...(assumed.length > 0 && {assumes: assumed.join(' ')})}
}

const markedBlocks = (counted: number | undefined): {oos?: string} =>
  counted === undefined ? {} : {oos: counted === 0 ? '0' : 'some'}

function readResource({own, peers}: Resource, isCut: boolean): Partial<Finding> {
  const [peer] = peers.length === 1 ? peers : []
  const marked = peer?.fields.get('out-of-sync')
  const state = drbdState(
    {ro: own.fields.get('role'), ds: own.fields.get('disk'), ...(peer && ofPeer(peer))},
    isCut,
  )
  return {
    ...state,
    host: {...state.host, ...markedBlocks(marked === undefined ? undefined : parseInt(marked))},
    ...(peers.length > 1 && {assumes: severalPeers}),
    ...((own.fields.get('suspended') ?? 'no') !== 'no' && {tells: ioSuspended}),
  }
}

/** `drbdadm status` and `drbdsetup status` of DRBD 9 and of newer 8.4 tools. */
const textStatus: Format = (section) => {
  const {resources, lone} = resourcesOf(blocksOf(section.text))
  const names = resources.map(({own: {name}}) => name)
  // A peer without a resource above it belongs to one whose head is lost.
  const {own, ...said} = resourceOf(lone.length > 0 ? [...names, ''] : names)
  const place = (first: Block, last: Block = first) => ({
    start: section.start + first.start,
    end: section.start + last.end,
  })
  return [
    ...lone.map((block) => ({...place(block), meaning: 'a part of drbdadm status'})),
    ...resources.map((resource): Finding => {
      const last = resource.peers.at(-1) ?? resource.own
      const span = {...place(resource.own, last), meaning: 'drbdadm status'}
      if (resource.own.name !== own) return {...span, ...said}
      const isCut = section.text.slice(last.end).trim() === ''
      return {...span, ...withBoth(said, readResource(resource, isCut))}
    }),
  ]
}

type JsonObject = Readonly<Record<string, unknown>>

/** The objects of a list; of anything else there are none. */
const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value)
    ? value.filter((one: unknown): one is JsonObject => typeof one === 'object' && one !== null)
    : []

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function ofConnection(connection: JsonObject, peer: JsonObject | undefined): DrbdFields {
  const state = text(connection['connection-state'])
  const replication = text(peer?.['replication-state'])
  const together = state === 'Connected'
  return {
    cs: together && replication === 'Off' ? undefined : together ? replication : state,
    peerRo: text(connection['peer-role']),
    peerDs: text(peer?.['peer-disk-state']),
  }
}

function jsonResource(resource: JsonObject): Partial<Finding> {
  const connections = objectsOf(resource['connections'])
  const [connection] = connections.length === 1 ? connections : []
  const [peer] = objectsOf(connection?.['peer_devices'])
  const [device] = objectsOf(resource['devices'])
  const state = drbdState({
    ro: text(resource['role']),
    ds: text(device?.['disk-state']),
    ...(connection && ofConnection(connection, peer)),
  })
  const marked = peer?.['out-of-sync']
  return {
    ...state,
    host: {...state.host, ...markedBlocks(typeof marked === 'number' ? marked : undefined)},
    ...(connections.length > 1 && {assumes: severalPeers}),
    ...(resource['suspended'] === true && {tells: ioSuspended}),
  }
}

const emptyList =
  'An empty list is taken for drbdsetup status --json of a host with no resource up.'

function jsonFinding(value: unknown): Partial<Finding> | undefined {
  if (!Array.isArray(value)) return undefined
  if (value.length === 0) return {host: {cs: 'Unconfigured'}, assumes: emptyList}
  const resources = objectsOf(value).filter((one) => 'role' in one)
  if (resources.length === 0) return undefined
  const nameOf = ({name}: JsonObject): string => text(name) ?? ''
  const {own, ...said} = resourceOf(resources.map(nameOf))
  const resource = resources.find((one) => nameOf(one) === own)
  return resource ? withBoth(said, jsonResource(resource)) : said
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
