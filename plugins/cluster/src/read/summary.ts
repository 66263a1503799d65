import type {Observation, Observations} from '@handrail/runbook'
import {hostFacts} from '../vocabulary/host-facts.ts'

/** What is told of a host, in this order. */
const told = [
  'cs',
  'ro',
  'ds',
  'oos',
  'vip',
  'mounted',
  'services',
  'keepalived',
  'vrrp',
  'status',
  'transition',
  'tentative',
  'log',
  'space',
  'held',
  'snapshot',
] as const

/** What is told only of a host of which nothing else is, or in a warning of its own. */
const unremarkable: Readonly<Record<string, readonly string[]>> = {
  oos: ['0'],
  keepalived: ['running'],
  vrrp: ['master', 'backup'],
  status: ['master', 'backup', 'inconsistent'],
  transition: ['idle'],
  tentative: ['none', 'split'],
  log: ['none', 'split-solved', 'split-unresolved'],
  space: ['ok', 'full'],
  held: ['no', 'yes'],
  snapshot: ['no'],
}

/** What the host is and has, as halves of one sentence. */
function clauses(seen: Observation, isTold: (key: string, value: string) => boolean): string[] {
  return told.flatMap((key) => {
    const value = seen[key]
    if (value === undefined || !isTold(key, value)) return []
    const words: Readonly<Record<string, string>> = hostFacts[key]
    return words[value] ?? `has ${key}=${value}`
  })
}

const isRemarkable = (key: string, value: string): boolean => !unremarkable[key]?.includes(value)

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** Sentences that warn, each for itself. */
function warnings(host: string, seen: Observation): string[] {
  return [
    ...(seen.status === 'inconsistent'
      ? [
          `On ${host} the cluster script is under way or has failed: what was asked for is not reached.`,
        ]
      : []),
    ...(seen.log === 'split-unresolved'
      ? [`The kernel log of ${host} says that a split brain was detected and not resolved.`]
      : []),
    ...(seen.log === 'split-solved'
      ? [
          `The kernel log of ${host} says that a split brain was resolved: one side's changes were discarded.`,
        ]
      : []),
    ...(seen.space === 'full' ? [`A file system of ${host} is full.`] : []),
    ...(seen.held === 'yes' ? [`A process on ${host} keeps the mount busy.`] : []),
    ...(seen.refused !== undefined ? [`${host} refused a command with ${seen.refused}.`] : []),
  ]
}

function ofHost(host: string, seen: Observation): string[] {
  if (seen.reach === 'no') {
    return [`${host} cannot be reached. That does not mean that it is off.`]
  }
  const warned = warnings(host, seen)
  const remarkable = clauses(seen, isRemarkable)
  const parts = remarkable.length + warned.length > 0 ? remarkable : clauses(seen, () => true)
  return [...(parts.length > 0 ? [`${host} ${listed(parts)}.`] : []), ...warned]
}

const newer: Readonly<Record<string, string>> = {
  same: 'By the generation identifiers both hosts hold the same data.',
  diverged:
    'By the generation identifiers both hosts went their own way: each has changes the other lacks.',
  unrelated: 'By the generation identifiers the data of the two hosts was never the same.',
}

function ofCluster({hosts, cluster}: Observations): string[] {
  const all = Object.values(hosts)
  const both = (key: string, value: string): boolean =>
    all.length === 2 && all.every((seen) => seen[key] === value)
  return [
    ...(both('vip', 'yes') ? ['Both hosts carry the virtual IP.'] : []),
    ...(both('ro', 'Primary')
      ? ['Both hosts are Primary: whatever each takes now, the other lacks.']
      : []),
    ...(both('ro', 'Secondary') ? ['Both hosts are Secondary: nobody serves.'] : []),
    ...(cluster.newer !== undefined
      ? [
          newer[cluster.newer] ??
            `By the generation identifiers ${cluster.newer} has the newer data.`,
        ]
      : []),
    ...(cluster.heartbeat === 'no'
      ? ['The hosts do not reach each other on the interface of the virtual IP.']
      : []),
    ...(cluster.replication === 'no'
      ? ['The hosts do not reach each other on the replication network.']
      : []),
    ...(cluster.served === 'no' ? ['Clients are not served.'] : []),
    ...(cluster.served === 'yes' ? ['Clients are served; that says nothing of replication.'] : []),
  ]
}

/** The state in plain words, a sentence each. */
export const summarise = (observations: Observations): readonly string[] => [
  ...Object.entries(observations.hosts).flatMap(([host, seen]) => ofHost(host, seen)),
  ...ofCluster(observations),
]
