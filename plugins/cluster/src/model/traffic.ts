import {acknowledge, acknowledgeOnce} from './ledger.ts'
import {servicesRun} from './services.ts'
import {type Cluster, type Host, hasData, hosts} from './state.ts'
import {holdsAddress} from './vrrp.ts'

/** All four of what belongs together, and data to read and write. */
export const serves = (cluster: Cluster, host: Host): boolean =>
  holdsAddress(host) &&
  servicesRun(host) &&
  host.mounted &&
  host.role === 'Primary' &&
  hasData(cluster, host)

/** Whom clients reach: who carries the virtual IP; the setting decides where both do. */
function reached(cluster: Cluster): readonly Host[] {
  const holders = hosts(cluster).filter(holdsAddress)
  const {clients} = cluster.settings
  if (holders.length < 2 || clients === 'both') return holders
  return holders.filter((host) => host.name === clients)
}

/** Where clients are served now. */
export const servingClients = (cluster: Cluster): readonly Host[] =>
  reached(cluster).filter((host) => serves(cluster, host))

/** A client writes once wherever clients are served (R1). */
export function write(cluster: Cluster): void {
  for (const host of servingClients(cluster)) acknowledge(cluster, host)
}

/** The same after every event, where the settings say so. */
export function writeSteadily(cluster: Cluster): void {
  if (!cluster.settings.steadyWrites) return
  for (const host of servingClients(cluster)) acknowledgeOnce(cluster, host)
}
