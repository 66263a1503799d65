import type {Observation} from '@handrail/runbook'
import type {Placed} from './gather.ts'
import type {SourceText} from './source-text.ts'

type Hosts = Readonly<Record<string, Observation>>

const together = ['Connected', 'SyncSource', 'SyncTarget']

/** What the peer of a host in this state must be in, if both were looked at in one moment. */
const opposite: Readonly<Record<string, string>> = {
  Connected: 'Connected',
  SyncSource: 'SyncTarget',
  SyncTarget: 'SyncSource',
}

function connections(left: string, right: string, hosts: Hosts): string[] {
  const {cs} = hosts[left]!
  const other = hosts[right]!.cs
  if (cs === undefined || other === undefined) return []
  const wanted = opposite[cs]
  if (wanted === undefined || wanted === other) return []
  return [
    `${left} says ${cs} and ${right} says ${other}, which cannot be at one moment: ` +
      'look at both again, close together.',
  ]
}

/** Connected hosts have to agree on each other's role and disk. */
function views(left: string, right: string, hosts: Hosts): string[] {
  const self = hosts[left]!
  const peer = hosts[right]!
  if (!together.includes(self.cs ?? '') || !together.includes(peer.cs ?? '')) return []
  const pairs = [
    ['peer-ro', 'ro'],
    ['peer-ds', 'ds'],
  ] as const
  return pairs.flatMap(([seen, own]) =>
    self[seen] === undefined || peer[own] === undefined || self[seen] === peer[own]
      ? []
      : [`${left} sees ${right} as ${self[seen]}, and ${right} says it is ${peer[own]}.`],
  )
}

/** Two hosts never print the same counters: the same text twice is one host twice. */
function twins(findings: readonly Placed[], source: SourceText): string[] {
  const states = findings.filter(({meaning}) => /^state of drbd\d+ in/.test(meaning))
  const texts = new Map<string, Placed>()
  const found: string[] = []
  for (const state of states) {
    const text = source.text.slice(state.start, state.end).replace(/\s+/g, ' ')
    const twin = texts.get(text)
    const counted = /ns:\d+ nr:\d+/.test(text)
    if (twin && counted && twin.of !== state.of && twin.of && state.of) {
      found.push(
        `${twin.of} and ${state.of} show the same to the last counter: the same host twice?`,
      )
    }
    texts.set(text, state)
  }
  return found
}

/** Findings that are at odds with DRBD, or with the cluster as it is set up. */
const oddities = (findings: readonly Placed[], source: SourceText): string[] =>
  findings.flatMap(({impossible, unexpected, start, of}) => {
    const place = `Line ${source.lineAt(start)}${of === undefined ? '' : ` (${of})`}`
    if (impossible !== undefined) return [`${place} cannot be output of DRBD: ${impossible}.`]
    return unexpected === undefined ? [] : [`${place} shows ${unexpected}.`]
  })

/** What cannot be true at once in what was read. */
export function inconsistencies(
  findings: readonly Placed[],
  hosts: Hosts,
  source: SourceText,
): readonly string[] {
  const names = Object.keys(hosts).sort()
  const pairs = names.flatMap((left) =>
    names.filter((right) => right !== left).map((right) => [left, right] as const),
  )
  return [
    ...oddities(findings, source),
    ...twins(findings, source),
    ...new Set(
      pairs.flatMap(([left, right]) => [
        ...(left < right || !opposite[hosts[right]!.cs ?? '']
          ? connections(left, right, hosts)
          : []),
        ...views(left, right, hosts),
      ]),
    ),
  ]
}
