import type {Observations} from '../model/condition.ts'

/** Where a responder begins: nobody has looked at anything. */
export const nothingSeen: Observations = {hosts: {}, cluster: {}}

/** What has been seen by now: a key that was looked at again is as it was seen last. */
export function observe(before: Observations, now: Observations): Observations {
  const hosts = new Set([...Object.keys(before.hosts), ...Object.keys(now.hosts)])
  return {
    hosts: Object.fromEntries(
      [...hosts].map((host) => [host, {...before.hosts[host], ...now.hosts[host]}]),
    ),
    cluster: {...before.cluster, ...now.cluster},
  }
}
