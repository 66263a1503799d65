import type {Condition, Observations, Term} from '../model/condition.ts'
import type {Head} from '../model/runbook.ts'
import {assignments, openRoles} from './condition-roles.ts'

/** `unknown`: not enough has been seen. */
export type Truth = 'yes' | 'no' | 'unknown'

/** One fact a condition asked about. */
export interface Fact {
  /** Placeholder of the host; absent for a fact of the cluster. */
  readonly host?: string
  readonly key: string
  /** What would make the term hold; roles are replaced by the hosts they are. */
  readonly wanted: readonly string[]
  /** What was seen; absent if nobody looked. */
  readonly seen?: string
  readonly holds: Truth
}

/** Whether a condition holds, for which hosts, and what it rests on. */
export interface Evaluation {
  readonly holds: Truth
  /** More than one host fits an open role: the choice cannot be offered. */
  readonly ambiguous?: true
  /** Placeholders of the open roles, where exactly one assignment fits. */
  readonly roles: Readonly<Record<string, string>>
  readonly facts: readonly Fact[]
}

/** What was seen of a host (without one: of the cluster); null if it was looked for and is not there. */
export type Sight = (host: string | undefined, key: string) => string | null | undefined

/**
 * Sight of observations: what is absent was not looked at. But a host that does not answer
 * (`reach=no`) was looked at and shows nothing else; and a host of which something was seen and no
 * refusal has refused nothing.
 */
export function sightOf({hosts, cluster}: Observations): Sight {
  return (host, key) => {
    const seen = host === undefined ? cluster : hosts[host]
    if (!seen) return undefined
    if (Object.hasOwn(seen, key)) return seen[key]
    return key === 'refused' || seen.reach === 'no' ? null : undefined
  }
}

type Roles = Readonly<Record<string, string>>

/**
 * Judges the terms of a condition. An open role becomes the host that fits; if two assignments fit,
 * the condition does not hold. `else` is judged by `offers`, which knows the other choices.
 */
export function evaluate(
  condition: Extract<Condition, {kind: 'terms'}>,
  sight: Sight,
  head: Pick<Head, 'hosts' | 'roles'>,
  bound: Roles,
): Evaluation {
  const tried = assignments(openRoles(condition, head, bound), head.hosts).map((roles) => ({
    roles,
    ...judgeTerms(condition.terms, sight, head, {...bound, ...roles}),
  }))
  const fitting = tried.filter(({holds}) => holds === 'yes')
  const undecided = tried.find(({holds}) => holds === 'unknown')
  if (fitting.length > 1) return {holds: 'no', ambiguous: true, roles: {}, facts: fitting[0]!.facts}
  if (fitting[0] && !undecided) return fitting[0]
  const {facts} = fitting[0] ?? undecided ?? tried[0]!
  return {holds: undecided ? 'unknown' : 'no', roles: {}, facts}
}

interface Judgement {
  readonly holds: Truth
  readonly facts: readonly Fact[]
}

function judgeTerms(
  terms: readonly Term[],
  sight: Sight,
  head: Pick<Head, 'hosts' | 'roles'>,
  roles: Roles,
): Judgement {
  const fact = (host: string | undefined, {key, values}: Term): Fact => {
    const wanted = values.map((value) =>
      head.roles.includes(value) ? (roles[value] ?? value) : value,
    )
    const seen = sight(host, key)
    const holds = seen === undefined ? 'unknown' : matches(key, wanted, seen) ? 'yes' : 'no'
    return {
      ...(host !== undefined && {host}),
      key,
      wanted,
      ...(typeof seen === 'string' && {seen}),
      holds,
    }
  }
  const plain: Fact[] = []
  const one: Term[] = []
  const other: Term[] = []
  for (const term of terms) {
    const {who} = term
    if (who.kind === 'one') (who.other ? other : one).push(term)
    else if (who.kind === 'cluster') plain.push(fact(undefined, term))
    else if (who.kind === 'both') plain.push(...head.hosts.map((host) => fact(host, term)))
    else plain.push(fact(who.kind === 'host' ? who.name : roles[who.name]!, term))
  }
  if (one.length === 0) return {holds: every(plain.map(({holds}) => holds)), facts: plain}
  const exactly = judgeOne(head.hosts, one, other, fact)
  return {
    holds: every([...plain.map(({holds}) => holds), exactly.holds]),
    facts: [...plain, ...exactly.facts],
  }
}

/** `refused=any` is every code a system refuses with; `refused=no` says that it did not. */
function matches(key: string, wanted: readonly string[], seen: string | null): boolean {
  if (key !== 'refused') return seen !== null && wanted.includes(seen)
  const code = seen ?? 'no'
  return code === 'no' ? wanted.includes(code) : matchesCode(wanted, code)
}

/** Whether a refusal with this code is among those a term speaks of. */
export const matchesCode = (wanted: readonly string[], code: string): boolean =>
  wanted.includes(code) || wanted.includes('any')

/** Holds of exactly one host, and what is said of the other one holds of every other. */
function judgeOne(
  hosts: readonly string[],
  one: readonly Term[],
  other: readonly Term[],
  fact: (host: string, term: Term) => Fact,
): Judgement {
  const facts = hosts.map((host) => one.map((term) => fact(host, term)))
  const truths = facts.map((list) => every(list.map(({holds}) => holds)))
  const at = truths.indexOf('yes')
  if (truths.filter((truth) => truth === 'yes').length > 1)
    return {holds: 'no', facts: facts.flat()}
  if (at === -1) return {holds: truths.includes('unknown') ? 'unknown' : 'no', facts: facts.flat()}
  const rest = hosts.filter((_, index) => index !== at)
  const others = rest.flatMap((host) => other.map((term) => fact(host, term)))
  const open = truths.includes('unknown')
  const holds = every([...others.map((fact) => fact.holds), open ? 'unknown' : 'yes'])
  return {holds, facts: [...(open ? facts.flat() : facts[at]!), ...others]}
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}
