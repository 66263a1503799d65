import type {Context} from './context.ts'
import type {RefusedLine} from './moment.ts'
import type {StateId} from './state-space.ts'

/**
 * What was seen, by the step's slots: null what was looked for and is not there, undefined what
 * nobody looked at.
 */
export type Seen = readonly (string | null | undefined)[]

/** Something that was carried out. */
export interface Act {
  readonly text: string
  /** Placeholder, or `elsewhere`. */
  readonly host: string
  /** The code it was refused with. */
  readonly refused?: string
}

/** One of the courses that a visit to a step can take, as reality leaves more than one open. */
export interface Thread {
  readonly state: StateId
  readonly context: Context
  readonly seen: Seen
  readonly refusals: readonly RefusedLine[]
  /** Hosts on which something was tried that can be refused. */
  readonly tried: readonly string[]
  readonly acts: readonly Act[]
  /** Seconds waited at this step, by choice. */
  readonly waited: Readonly<Record<string, number>>
}

/** The threads, each once: what they did is told of the first of several that come to the same. */
export function distinct(threads: readonly Thread[]): readonly Thread[] {
  if (threads.length < 2) return threads
  const byKey = new Map<string, Thread>()
  for (const thread of threads) {
    const key = threadKey(thread)
    if (!byKey.has(key)) byKey.set(key, thread)
  }
  return [...byKey.values()]
}

function threadKey({state, context, seen, refusals, waited}: Thread): string {
  const {copied, chosen, destroyed, harmed, done} = context
  const flags = [copied, chosen, destroyed, harmed].map(Number).join('')
  const refused = refusals.map(({host, code}) => host + code).join()
  return [state, flags, done.join(), seenKey(seen), refused, JSON.stringify(waited)].join('|')
}

/** Equal for what was seen alike; nothing seen and nobody looked are told apart. */
export function seenKey(seen: Seen): string {
  let key = ''
  for (const value of seen) key += value === undefined ? '?,' : value === null ? ',' : `${value},`
  return key
}

/** Whether two threads differ in nothing but how long they have waited. */
export function standAlike(a: Thread, b: Thread): boolean {
  if (a.state !== b.state || a.refusals !== b.refusals) return false
  if (a.context !== b.context && a.context.harmed !== b.context.harmed) return false
  return a.seen.every((value, slot) => value === b.seen[slot])
}

/** The acts as stories and comparisons tell them. */
export function actsInWords(acts: readonly Act[]): string[] {
  return acts.map(({text, host, refused}) => {
    const on = text.includes('HOST') ? text.replaceAll('HOST', host) : `${text} on ${host}`
    return refused === undefined ? on : `${on}: refused (${refused})`
  })
}
