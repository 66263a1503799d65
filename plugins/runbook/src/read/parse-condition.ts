import type {Condition, Term, Who} from '../model/condition.ts'

/** The names a condition may speak of. */
export interface Names {
  readonly hosts: readonly string[]
  readonly roles: readonly string[]
}

/** A value, or why there is none: the end of a sentence that begins with `Unexpected`. */
export type Parsed<T> = {readonly value: T} | {readonly problem: string}

/**
 * Reads `[WHO:] key=value[|value]` joined by ` and `, or `else`. A term without WHO takes the one
 * before it. A second `one:` is the other host.
 */
export function parseCondition(text: string, names: Names): Parsed<Condition> {
  if (text.trim() === 'else') return {value: {kind: 'else'}}
  const terms: Term[] = []
  let who: Who | undefined
  for (const part of text.trim().split(/\s+and\s+/)) {
    const match = /^(?:([\w.-]+):\s*)?([a-z][\w-]*)=([^\s|]+(?:\|[^\s|]+)*)$/.exec(part)
    if (!match) return {problem: `term \`${part}\`, expected \`WHO: key=value\``}
    if (match[1]) {
      const named = parseWho(match[1], names, terms)
      if ('problem' in named) return named
      who = named.value
    }
    if (!who) return {problem: `term \`${part}\` without a host, expected \`WHO: ${part}\``}
    terms.push({who, key: match[2]!, values: match[3]!.split('|')})
  }
  return {value: {kind: 'terms', terms}}
}

function parseWho(name: string, {hosts, roles}: Names, before: readonly Term[]): Parsed<Who> {
  if (hosts.includes(name)) return {value: {kind: 'host', name}}
  if (roles.includes(name)) return {value: {kind: 'role', name}}
  if (name === 'both' || name === 'cluster') return {value: {kind: name}}
  if (name === 'one') {
    const second = before.some(({who}) => who.kind === 'one')
    return {value: {kind: 'one', ...(second && {other: true})}}
  }
  const known = [...hosts, ...roles, 'both', 'one', 'cluster']
  return {
    problem: `name \`${name}\`, expected one of ${known.map((one) => `\`${one}\``).join(', ')}`,
  }
}
