import type {Condition, KeySpec, Term, Who} from '@handrail/runbook'
import {fill, type Words} from '../words.ts'

/** How a condition is told to somebody who may not know the runbook. */
export interface Telling {
  readonly words: Words
  /** What the system's values are in words. */
  readonly keys?: readonly KeySpec[]
  /** Whether roles are called one host and the other: nobody has bound them yet. */
  readonly unbound?: boolean
}

/**
 * What must be seen, in a sentence: `each host has no replication connection`. What the system has
 * no words for stands as the commands print it.
 */
export function conditionWords(condition: Condition, telling: Telling): string {
  if (condition.kind === 'else') return telling.words.otherwise
  const names = new Map<string, string>()
  const clauses: {who: string; facts: string[]}[] = []
  for (const term of condition.terms) {
    const who = whoWords(term.who, names, telling)
    const last = clauses.at(-1)
    if (last?.who === who) last.facts.push(factWords(term, telling))
    else clauses.push({who, facts: [factWords(term, telling)]})
  }
  const {and} = telling.words
  const told = clauses.map(({who, facts}) => [who, listed(facts, and)].filter(Boolean).join(' '))
  const sentence = told.join(`, ${and} `)
  return startsWithName(condition.terms[0]!.who, telling) ? sentence : capitalised(sentence)
}

/** `cs=StandAlone`, as the commands print it. */
export function rawFact({key, values}: Term): string {
  return `${key}=${values.join('|')}`
}

function factWords(term: Term, {keys = [], words}: Telling): string {
  const {says} = keys.find(({key}) => key === term.key) ?? {}
  const told = term.values.flatMap((value) => says?.[value] ?? [])
  const isTold = told.length === term.values.length
  return isTold ? told.join(` ${words.or} `) : fill(words.shows, {fact: rawFact(term)})
}

/** Whom a term speaks of; nobody, where a fact of the cluster says so itself. */
function whoWords(who: Who, names: Map<string, string>, {words, unbound}: Telling): string {
  if (who.kind === 'cluster') return ''
  if (who.kind === 'both') return words.both
  if (who.kind === 'one') return who.other ? words.other : words.one
  if (who.kind === 'host' || !unbound) return who.name
  const known = names.get(who.name) ?? (names.size === 0 ? words.one : words.other)
  names.set(who.name, known)
  return known
}

function startsWithName({kind}: Who, {unbound}: Telling): boolean {
  return kind === 'host' || (kind === 'role' && !unbound)
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
