import {acknowledge, wouldBeNew} from './ledger.ts'
import {servicesRun} from './services.ts'
import {decide} from './settings.ts'
import {type Cluster, type Host, hasData, hosts} from './state.ts'
import {holdsAddress} from './vrrp.ts'

/** All four of what belongs together, and data to read and write. */
export const serves = (cluster: Cluster, host: Host): boolean =>
  holdsAddress(host) &&
  servicesRun(host) &&
  host.mounted &&
  host.role === 'Primary' &&
  hasData(cluster, host)

/** While both hosts carry the virtual IP it is left open whom clients reach. */
export function noteReach(cluster: Cluster): void {
  const both = hosts(cluster).every(holdsAddress)
  if (!both) cluster.reached = null
  else cluster.reached ??= decide(cluster.settings, cluster.course, 'clients')
}

/** Whom clients reach: who carries the virtual IP. */
function reached(cluster: Cluster): readonly Host[] {
  const holders = hosts(cluster).filter(holdsAddress)
  const only = cluster.reached
  if (only === null || only === 'both') return holders
  return holders.filter((host) => host.name === only)
}

/** Where clients are served now. */
export const servingClients = (cluster: Cluster): readonly Host[] =>
  reached(cluster).filter((host) => serves(cluster, host))

/** A client writes once wherever clients are served (R1). */
export function write(cluster: Cluster): void {
  for (const host of servingClients(cluster)) acknowledge(cluster, host)
}

/** Clients may write after any event. Only what meets a new fate counts: one stands for all. */
export function writeSteadily(cluster: Cluster): void {
  const serving = servingClients(cluster).filter((host) => wouldBeNew(cluster, host))
  if (serving.length === 0) return
  if (!decide(cluster.settings, cluster.course, 'steadyWrites')) return
  for (const host of serving) acknowledge(cluster, host)
}
