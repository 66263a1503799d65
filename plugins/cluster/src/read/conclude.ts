import {type Identifiers, newerOf} from '../generations.ts'
import {listEnds} from './format/chef.ts'
import type {Placed} from './gather.ts'
import type {Settled} from './settle-facts.ts'

type Facts = Readonly<Record<string, string>>

/** What follows from several findings together. */
export interface Concluded {
  readonly hosts: Readonly<Record<string, Facts>>
  readonly cluster: Facts
  readonly contradictions: readonly string[]
  readonly assumptions: readonly string[]
}

interface Services {
  readonly services?: 'up' | 'down'
  readonly assumes?: (host: string) => string
}

/**
 * The services stand or fall together in a runbook: a mixture counts as down, and those shown for
 * all, and both is said, unless ha-status found nothing amiss.
 */
function servicesOf({[listEnds]: end, ...facts}: Facts): Services {
  const states = Object.entries(facts).flatMap(([key, value]) =>
    key.startsWith('service ') ? [value] : [],
  )
  if (states.length === 0) return {}
  if (!states.includes('down')) {
    return {
      services: 'up',
      ...(end === undefined && {
        assumes: (host) => `The services shown are taken for all of ${host}.`,
      }),
    }
  }
  return {
    services: 'down',
    ...(states.includes('up') && {
      assumes: (host) => `Some services run on ${host} and some do not: counted as down.`,
    }),
  }
}

const isOwn = (key: string): boolean => !key.includes(' ')

/** The facts a condition can ask for, of one host. */
function concludeHost(facts: Facts): Facts {
  const {services} = servicesOf(facts)
  const own = Object.entries(facts).filter(([key, value]) => isOwn(key) && value !== '')
  const named = Object.fromEntries(own)
  return {
    ...(own.length > 0 || services ? {reach: 'yes'} : {}),
    ...named,
    ...(services !== undefined && {services}),
  }
}

/** The address beside the one that ha-status pinged; of the two, one is the host's own. */
const otherSide = (key: string): string | undefined => {
  const side = / (primary|secondary)\b/.exec(key)?.[1]
  return side && key.replace(side, side === 'primary' ? 'secondary' : 'primary')
}

/** A network works if every ping over it did; one of two sides alone says nothing of it. */
function networkOf(facts: Facts, network: string): Facts {
  const answers = Object.entries(facts).flatMap(([key, value]) => {
    const other = otherSide(key)
    const tells = value === 'no' || other === undefined || other in facts
    return key.startsWith(`${network} `) && tells ? [value] : []
  })
  return answers.length === 0 ? {} : {[network]: answers.includes('no') ? 'no' : 'yes'}
}

type Sides = ReadonlyMap<string, Identifiers & {readonly text: string}>

/** Each host's generation identifiers; a host shown with two sets of them has none. */
function identifiersOf(findings: readonly Placed[]): {sides: Sides; contradictions: string[]} {
  const sides = new Map<string, Identifiers & {readonly text: string}>()
  const doubtful = new Set<string>()
  for (const {of, identifiers} of findings) {
    if (of === undefined || !identifiers) continue
    const known = sides.get(of)
    if (known && known.text !== identifiers.text) doubtful.add(of)
    sides.set(of, identifiers)
  }
  for (const host of doubtful) sides.delete(host)
  return {
    sides,
    contradictions: [...doubtful].map(
      (host) => `${host} is shown with two sets of generation identifiers.`,
    ),
  }
}

function newerFact(sides: Sides): Facts {
  const [first, second, third] = [...sides]
  if (!first || !second || third) return {}
  const newer = newerOf(first[1], second[1])
  return {newer: newer === 'self' ? first[0] : newer === 'peer' ? second[0] : newer}
}

/** Hosts that did not answer; the name is the one the command was given. */
const unreached = (
  findings: readonly Placed[],
  hostOf: (name: string) => string | undefined,
): string[] =>
  findings.flatMap(({unreachable}) => {
    const host = unreachable === undefined ? undefined : hostOf(unreachable)
    return host === undefined ? [] : [host]
  })

/** Draws the conclusions that take more than one finding. */
export function conclude(
  findings: readonly Placed[],
  settled: Settled,
  hostOf: (name: string) => string | undefined,
): Concluded {
  const {sides, contradictions} = identifiersOf(findings)
  const away = unreached(findings, hostOf)
  const present = new Set([...Object.keys(settled.hosts), ...sides.keys()])
  const hosts: Record<string, Facts> = {}
  for (const host of present) {
    const seen = concludeHost(settled.hosts[host] ?? {})
    if (Object.keys(seen).length > 0 || sides.has(host)) hosts[host] = {reach: 'yes', ...seen}
  }
  const both = away.filter((host) => hosts[host] !== undefined)
  for (const host of away) hosts[host] ??= {reach: 'no'}
  const assumptions = Object.entries(settled.hosts).flatMap(([host, facts]) => {
    const sentence = servicesOf(facts).assumes?.(host)
    return sentence === undefined ? [] : [sentence]
  })
  const plain = Object.fromEntries(Object.entries(settled.cluster).filter(([key]) => isOwn(key)))
  return {
    hosts,
    cluster: {
      ...newerFact(sides),
      ...networkOf(settled.cluster, 'heartbeat'),
      ...networkOf(settled.cluster, 'replication'),
      ...plain,
    },
    contradictions: [
      ...contradictions,
      ...both.map((host) => `${host} could not be reached, and yet there is output of it.`),
    ],
    assumptions,
  }
}
