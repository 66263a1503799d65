/** The two hosts, by the placeholders runbooks use. */
export type HostName = 'pg1' | 'pg2'

export const hostNames: readonly HostName[] = ['pg1', 'pg2']

export const otherHost = (host: HostName): HostName => (host === 'pg1' ? 'pg2' : 'pg1')

/** One PostgreSQL server and the machine it is on. */
export interface Server {
  readonly power: boolean
  readonly running: boolean
  readonly mode: 'primary' | 'standby'
  /** Whether the host holds the service address. It does not come back after a crash. */
  readonly address: boolean
  /** The writes on its disk. */
  readonly data: readonly number[]
}

/** Two servers with asynchronous streaming replication; no failover but by hand. */
export interface State {
  readonly servers: Readonly<Record<HostName, Server>>
  readonly link: boolean
  readonly acked: readonly number[]
  readonly backup: readonly number[]
  /** Setting: whether clients write after every event. */
  readonly busy: boolean
}

/** What can happen, with the host it happens on. */
export interface Event {
  readonly kind:
    | 'crash'
    | 'power-on'
    | 'power-off'
    | 'cut'
    | 'heal'
    | 'write'
    | 'promote'
    | 'stop'
    | 'start'
    | 'standby-signal'
    | 'basebackup'
    | 'dump'
    | 'take-address'
    | 'drop-address'
    | 'wait'
  readonly host?: HostName
}

const server: Server = {power: true, running: true, mode: 'primary', address: true, data: [1]}

/** pg1 serves, pg2 follows. */
export const healthy = (busy: boolean): State => ({
  servers: {pg1: server, pg2: {...server, mode: 'standby', address: false}},
  link: true,
  acked: [1],
  backup: [],
  busy,
})

export const isServing = ({power, running, mode, address}: Server): boolean =>
  power && running && mode === 'primary' && address

const up = ({power, running}: Server): boolean => power && running

/** The host that streams from the other one, if any does. */
export function follower({servers, link}: State): HostName | undefined {
  return hostNames.find((host) => {
    const [self, peer] = [servers[host], servers[otherHost(host)]]
    const compatible = self.data.every((write) => peer.data.includes(write))
    return (
      link &&
      up(self) &&
      up(peer) &&
      self.mode === 'standby' &&
      peer.mode === 'primary' &&
      compatible
    )
  })
}

/** What the state becomes by itself: the follower catches up. */
export function settle(state: State): State {
  const host = follower(state)
  if (!host) return state
  const {data} = state.servers[otherHost(host)]
  return change(state, host, {data})
}

/** A client's write at every host that serves. */
export function write(state: State): State {
  const id = Math.max(...state.acked) + 1
  const serving = hostNames.filter((host) => isServing(state.servers[host]))
  if (serving.length === 0) return state
  const written = serving.reduce(
    (next, host) => change(next, host, {data: [...next.servers[host].data, id]}),
    state,
  )
  return settle({...written, acked: [...state.acked, id]})
}

export const change = (state: State, host: HostName, to: Partial<Server>): State => ({
  ...state,
  servers: {...state.servers, [host]: {...state.servers[host], ...to}},
})
