import type {HostName} from '../vocabulary/event.ts'
import {mirrorWrite} from './ledger.ts'
import type {Cluster, ClusterState, Host} from './state.ts'

function swapped<T extends string>(name: T): T {
  return (name === 'be1' ? 'be2' : name === 'be2' ? 'be1' : name) as T
}

const renamed = (host: Host, name: HostName): Host => ({...host, name})

/** The cluster with its hosts exchanged: what is true of the one is true of the other. */
export function mirror(state: ClusterState): ClusterState {
  const cluster = state as Cluster
  const {settings} = cluster
  return {
    ...cluster,
    settings: {
      ...settings,
      ...(settings.clients && {clients: swapped(settings.clients)}),
      ...(settings.first && {first: swapped(settings.first)}),
      ...(settings.leftWaiting && {leftWaiting: swapped(settings.leftWaiting)}),
    },
    higherIp: swapped(cluster.higherIp),
    be1: renamed(cluster.be2, 'be1'),
    be2: renamed(cluster.be1, 'be2'),
    reached: cluster.reached && swapped(cluster.reached),
    writes: cluster.writes.map(mirrorWrite),
  }
}
