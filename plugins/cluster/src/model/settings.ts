import type {HostName, PolicyName} from '../vocabulary/event.ts'

/** What reality leaves open, and the ways it can go. */
export interface Ways {
  /** Which notices first that a network is back. */
  healOrder: 'vrrp-first' | 'drbd-first'
  /** Whom clients reach while both hosts carry the virtual IP. */
  clients: HostName | 'both'
  /**
   * Which side notices a refused handshake only as a lost connection and goes on waiting in
   * WFConnection; `none`: both end StandAlone.
   */
  leftWaiting: HostName | 'none'
  /** Clients write after every event; if not, only when a `write` event says so. */
  steadyWrites: boolean
  /** A booting host waits for its peer before anything else starts (wfc-timeout 0). */
  bootWait: boolean
  /** What the hosts are configured to do about a split brain. */
  policies: PolicyName
  /** Who is first where two hosts in the same position race: to take over, to open the connection. */
  first: HostName
}

/**
 * What of it is fixed for good. The rest is open: an event that depends on it has several outcomes.
 */
export type Settings = Readonly<Partial<Ways>>

type Choices = {readonly [K in keyof Ways]: readonly Ways[K][]}

/** Where all stays open, the first is what `apply` takes. */
const choices: Choices = {
  healOrder: ['vrrp-first', 'drbd-first'],
  clients: ['both', 'be1', 'be2'],
  leftWaiting: ['none', 'be1', 'be2'],
  steadyWrites: [false, true],
  bootWait: [false, true],
  policies: ['shipped', 'disconnect'],
  first: ['be1', 'be2'],
}

/** Everything fixed, as the plainest of clusters behaves. */
export const plainSettings: Settings = Object.freeze({
  healOrder: 'vrrp-first',
  clients: 'both',
  leftWaiting: 'none',
  steadyWrites: false,
  bootWait: false,
  policies: 'shipped',
  first: 'be1',
})

/** Every combination of what `fixed` does not give. */
export function everySetting(fixed: Settings = {}): readonly Settings[] {
  let found: Settings[] = [fixed]
  for (const [key, values] of Object.entries(choices)) {
    if (Object.hasOwn(fixed, key)) continue
    found = found.flatMap((some) => values.map((value) => ({...some, [key]: value})))
  }
  return found
}

/**
 * The decisions of one way an event can go. Where the rules come to something open they ask; the
 * answers are taken from a list, and the first answer beyond its end, so that `outcomes` can come
 * back with the next list.
 */
export interface Course {
  readonly answers: number[]
  /** How many answers there were to each question so far. */
  readonly sizes: number[]
}

/** The first way: every open question gets its first answer. */
export const firstCourse = (): Course => ({answers: [], sizes: []})

/** The next course after one that was followed to its end; undefined after the last. */
export function nextCourse({answers, sizes}: Course): Course | undefined {
  for (let last = sizes.length - 1; last >= 0; last--) {
    const answer = answers[last]! + 1
    if (answer < sizes[last]!) return {answers: [...answers.slice(0, last), answer], sizes: []}
  }
  return undefined
}

/** What is decided now: the setting, or the course's answer among the ways that are `possible`. */
export function decide<K extends keyof Ways>(
  settings: Settings,
  course: Course,
  key: K,
  possible: readonly Ways[K][] = choices[key],
): Ways[K] {
  const fixed = settings[key] as Ways[K] | undefined
  if (fixed !== undefined) return possible.includes(fixed) ? fixed : possible[0]!
  const question = course.sizes.length
  if (question === course.answers.length) course.answers.push(0)
  course.sizes.push(possible.length)
  return possible[course.answers[question]!]!
}
