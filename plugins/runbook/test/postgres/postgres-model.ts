import type {
  Evidence,
  KeySpec,
  KnownLine,
  Observation,
  Refusal,
  SystemModel,
  Verdict,
} from '../../src/index.ts'
import {
  change,
  follower,
  healthy,
  hostNames,
  isServing,
  otherHost,
  settle,
  write,
  type Event,
  type HostName,
  type Server,
  type State,
} from './postgres-state.ts'

const yesNo = ['yes', 'no']

const hostKey = (key: string, values: readonly string[], shownBy: readonly string[]): KeySpec => ({
  key,
  of: 'host',
  values,
  shownBy,
  doc: `Whether, or what, ${key}.`,
})

const keys: readonly KeySpec[] = [
  hostKey('reach', yesNo, ['hostname']),
  hostKey('running', yesNo, ['pg_ctl status']),
  hostKey('mode', ['primary', 'standby'], ['pg_controldata']),
  hostKey('address', yesNo, ['ip addr show']),
  hostKey('streaming', yesNo, ['psql -c "select * from pg_stat_replication"']),
  {
    key: 'newer',
    of: 'cluster',
    values: ['pg1', 'pg2', 'same', 'diverged'],
    shownBy: ['pg_controldata'],
    doc: 'Which server has writes that the other lacks.',
  },
  {
    key: 'link',
    of: 'cluster',
    values: yesNo,
    shownBy: ['ping'],
    doc: 'Whether the hosts reach each other.',
  },
  {
    key: 'served',
    of: 'cluster',
    values: yesNo,
    shownBy: ['psql -h db'],
    doc: 'Whether clients are served.',
  },
]

const reads: Readonly<Record<string, readonly string[]>> = {
  hostname: [],
  'pg_ctl status': ['running'],
  pg_controldata: ['mode', 'newer'],
  'ip addr show': ['address'],
  'psql -c "select * from pg_stat_replication"': ['streaming'],
  ping: ['link'],
  'psql -h db': ['served'],
}

const changes: Readonly<Record<string, readonly [Event['kind'], 'change' | 'destroy']>> = {
  'pg_ctl promote': ['promote', 'change'],
  'pg_ctl stop': ['stop', 'change'],
  'pg_ctl start': ['start', 'change'],
  'touch /data/standby.signal': ['standby-signal', 'change'],
  'pg_basebackup -R -D /data -h peer': ['basebackup', 'destroy'],
  'pg_dumpall -f /backup/all.sql': ['dump', 'change'],
  'ip addr add 192.0.2.10/24 dev eth0': ['take-address', 'change'],
  'ip addr del 192.0.2.10/24 dev eth0': ['drop-address', 'change'],
}

const sentences: Readonly<Record<string, Event['kind']>> = {
  'power off HOST': 'power-off',
  'power on HOST': 'power-on',
  'repair the link': 'heal',
}

const isHost = (host: string): host is HostName => host === 'pg1' || host === 'pg2'

function command(line: string, host: string): KnownLine<Event> {
  const parts = line.split(/\s*;\s*/)
  if (parts.every((part) => Object.hasOwn(reads, part))) {
    const shows = parts.flatMap((part) => reads[part]!)
    return {kind: 'read', shows: isHost(host) ? ['reach', ...shows] : shows}
  }
  const known = Object.hasOwn(changes, line) ? changes[line] : undefined
  if (!known || !isHost(host)) return {kind: 'unknown', advice: 'Did you mean `pg_ctl status`?'}
  return {kind: 'event', event: {kind: known[0], host}, effect: known[1]}
}

function action(sentence: string, host: string): KnownLine<Event> {
  const kind = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined
  if (!kind || (sentence.includes('HOST') && !isHost(host))) return {kind: 'unknown'}
  return {kind: 'event', event: {kind, ...(isHost(host) && {host})}, effect: 'change'}
}

const refusal = (code: string, text: string): Refusal => ({kind: 'refusal', code, text})

/** What an event of the environment or of an operator makes of the state, or why it is refused. */
function happen(state: State, {kind, host}: Event): State | Refusal {
  if (kind === 'wait' || kind === 'write') return kind === 'write' ? write(state) : state
  if (kind === 'cut') return {...state, link: false}
  if (kind === 'heal') return {...state, link: true}
  const server = state.servers[host!]
  const off = {power: false, running: false, address: false}
  if (kind === 'crash' || kind === 'power-off') return change(state, host!, off)
  if (kind === 'power-on')
    return server.power ? state : change(state, host!, {power: true, running: true})
  if (!server.power) return refusal('unreachable', 'No route to host')
  return operate(state, server, kind, host!)
}

function operate(
  state: State,
  server: Server,
  kind: Event['kind'],
  host: HostName,
): State | Refusal {
  const peer = state.servers[otherHost(host)]
  switch (kind) {
    case 'promote':
      if (!server.running || server.mode === 'primary')
        return refusal('1', 'server is not in standby mode')
      return change(state, host, {mode: 'primary'})
    case 'stop':
      return server.running
        ? change(state, host, {running: false})
        : refusal('1', 'no server running')
    case 'start':
      return server.running
        ? refusal('1', 'another server is running')
        : change(state, host, {running: true})
    case 'standby-signal':
      return server.running
        ? refusal('1', 'the server is running')
        : change(state, host, {mode: 'standby'})
    case 'basebackup':
      if (server.running) return refusal('1', 'directory is not empty')
      if (!state.link || !peer.power || !peer.running || peer.mode !== 'primary') {
        return refusal('1', 'could not connect to server')
      }
      return change(state, host, {data: peer.data, mode: 'standby'})
    case 'dump':
      return server.running ? {...state, backup: server.data} : refusal('1', 'connection refused')
    case 'take-address':
      return change(state, host, {address: true})
    default:
      return change(state, host, {address: false})
  }
}

function apply(state: State, event: Event): State | Refusal {
  const next = happen(state, event)
  if ('kind' in next) return next
  const settled = settle(next)
  return state.busy && event.kind !== 'write' ? write(settled) : settled
}

function observe(state: State, host?: string): Observation {
  if (host === undefined) return observeCluster(state)
  const server = state.servers[host as HostName]
  if (!server.power) return {reach: 'no'}
  const streaming = follower(state) !== undefined && server.running
  return {
    reach: 'yes',
    running: server.running ? 'yes' : 'no',
    mode: server.mode,
    address: server.address ? 'yes' : 'no',
    ...(server.running && {streaming: streaming ? 'yes' : 'no'}),
  }
}

function observeCluster({servers, link}: State): Observation {
  const {pg1, pg2} = servers
  const both = pg1.power && pg2.power
  const served = [pg1, pg2].filter(isServing).length === 1
  const lacks = (a: Server, b: Server) => b.data.some((write) => !a.data.includes(write))
  const [behind1, behind2] = [lacks(pg1, pg2), lacks(pg2, pg1)]
  const newer = behind1 && behind2 ? 'diverged' : behind1 ? 'pg2' : behind2 ? 'pg1' : 'same'
  return {...(both && {link: link ? 'yes' : 'no', newer}), served: served ? 'yes' : 'no'}
}

function verdict(state: State): Verdict {
  const {servers, acked, backup} = state
  const [pg1, pg2] = [servers.pg1, servers.pg2]
  const serving = [pg1, pg2].filter(isServing)
  const kept = new Set([...pg1.data, ...pg2.data, ...backup])
  const stale = serving.some(({data}) =>
    acked.some((write) => kept.has(write) && !data.includes(write)),
  )
  const redundant = follower(state) !== undefined
  return {
    served: serving.length === 1 && !(pg1.address && pg2.address),
    redundant,
    standby: redundant,
    lost: acked.filter((write) => !kept.has(write)).map((write) => `write ${write}`),
    dangers: [
      ...(serving.length > 1 ? ['Both hosts serve clients.'] : []),
      ...(stale ? ['Clients see data that lacks acknowledged writes.'] : []),
    ],
  }
}

function evidence({kind, host}: Event): readonly Evidence[] {
  if (kind !== 'promote' && kind !== 'take-address') return []
  const peer = otherHost(host!)
  const doc = `${peer} must be off, or must have been seen without the address and not as a running primary.`
  return [
    {doc, done: {sentence: 'power off HOST', host: peer}},
    {doc, seen: {[peer]: {address: ['no'], running: ['no']}}},
    {doc, seen: {[peer]: {address: ['no'], mode: ['standby']}}},
  ]
}

/** Writes are told apart only by where they are. */
function canonical({servers, link, acked, backup, busy}: State): string {
  const {pg1, pg2} = servers
  const where = (write: number) =>
    [pg1.data, pg2.data, backup].map((data) => (data.includes(write) ? 1 : 0)).join('')
  const classes = [...new Set(acked.map(where))].sort()
  const flags = [pg1, pg2].map(({power, running, mode, address}) =>
    [power, running, mode, address].join(),
  )
  return [...flags, link, busy, ...classes].join('|')
}

/** Among the faults are those of people in a hurry: a promotion, or the address, on the wrong host. */
function environment({servers, link}: State) {
  const free = (event: Event) => ({event, fault: false})
  const fault = (event: Event) => ({event, fault: true})
  return [
    ...hostNames.flatMap((host) => {
      const {power, running, mode, address} = servers[host]
      if (!power) return [free({kind: 'power-on', host})]
      return [
        fault({kind: 'crash', host}),
        ...(running && mode === 'standby' ? [fault({kind: 'promote', host})] : []),
        ...(running && mode === 'primary' && !address ? [fault({kind: 'take-address', host})] : []),
      ]
    }),
    link ? fault({kind: 'cut'}) : free({kind: 'heal'}),
    free({kind: 'write'}),
  ]
}

const operations: readonly Event[] = hostNames.flatMap((host) =>
  [...Object.values(changes).map(([kind]) => kind), 'power-off' as const, 'power-on' as const].map(
    (kind): Event => ({kind, host}),
  ),
)

const words: Readonly<Partial<Record<Event['kind'], string>>> = {
  crash: 'loses power',
  'power-on': 'is powered on',
  'power-off': 'is powered off',
  promote: 'is promoted by somebody in a hurry',
  'take-address': 'is given the address by somebody in a hurry',
}

/** PostgreSQL with streaming replication on two hosts and failover by hand. */
export const postgres: SystemModel<State, Event> = {
  name: 'PostgreSQL pair',
  hosts: hostNames,
  keys,
  actions: Object.keys(sentences).map((sentence) => ({sentence, effect: 'change', doc: sentence})),
  command,
  action,
  read: () => ({
    observations: {hosts: {}, cluster: {}},
    understood: [],
    ignored: [],
    contradictions: [],
    assumptions: [],
    summary: [],
  }),
  initial: () => [healthy(false), healthy(true)],
  environment,
  operations: () => [...operations, {kind: 'heal'}],
  wait: () => ({kind: 'wait'}),
  apply,
  isRefusal: (result): result is Refusal => 'kind' in result,
  observe,
  print: (state, host) =>
    Object.entries(observe(state, host))
      .map((pair) => pair.join('='))
      .join('\n'),
  verdict,
  evidence,
  canonical,
  mirror: ({servers, ...rest}) => ({...rest, servers: {pg1: servers.pg2, pg2: servers.pg1}}),
  describe: ({kind, host}) => {
    if (kind === 'cut' || kind === 'heal')
      return `the link is ${kind === 'cut' ? 'cut' : 'repaired'}`
    if (kind === 'write') return 'clients write'
    return host ? `${host} ${words[kind] ?? kind}` : kind
  },
}
