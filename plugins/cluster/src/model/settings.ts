import type {HostName} from '../vocabulary/event.ts'

/**
 * What reality leaves open. Each is fixed when a state is made and never changes; a checker that
 * wants to know what can happen tries every combination (see `everySetting`).
 */
export interface Settings {
  /** Which notices first that a network is back. */
  readonly healOrder: 'vrrp-first' | 'drbd-first'
  /** Whom clients reach while both hosts carry the virtual IP. */
  readonly clients: HostName | 'both'
  /**
   * Which side notices a refused handshake only as a lost connection and keeps waiting in
   * WFConnection; `none`: both end StandAlone.
   */
  readonly leftWaiting: HostName | 'none'
  /** Clients write after every event; if not, only when a `write` event says so. */
  readonly steadyWrites: boolean
  /** A booting host waits for its peer before anything else starts (wfc-timeout 0). */
  readonly bootWait: boolean
  /** Who wins where two hosts in the same position toss a coin. */
  readonly first: HostName
  /** Who stays MASTER when both are: the higher source address. */
  readonly higherIp: HostName
}

const plain: Settings = {
  healOrder: 'vrrp-first',
  clients: 'both',
  leftWaiting: 'none',
  steadyWrites: false,
  bootWait: false,
  first: 'be1',
  higherIp: 'be2',
}

const identifiers = new Map<string, number>()
const interned: Settings[] = []

const keyOf = (settings: Settings): string => Object.values(settings).join()

/** The one object for these settings: equal settings are the same object, with a small number. */
export function intern(settings: Settings): Settings {
  const ordered = {...plain, ...settings}
  const key = keyOf(ordered)
  const known = identifiers.get(key)
  if (known !== undefined) return interned[known]!
  identifiers.set(key, interned.length)
  interned.push(Object.freeze(ordered))
  return ordered
}

/** Some settings; what is not given is as in the plain case. */
export const settingsWith = (some: Partial<Settings> = {}): Settings => intern({...plain, ...some})

/** A small number for these settings, the same for equal ones. */
export const settingsNumber = (settings: Settings): number => identifiers.get(keyOf(settings))!

const other = <T extends string>(name: T): T =>
  (name === 'be1' ? 'be2' : name === 'be2' ? 'be1' : name) as T

/** The settings with the two hosts exchanged. */
export const mirrorSettings = (settings: Settings): Settings =>
  intern({
    ...settings,
    clients: other(settings.clients),
    leftWaiting: other(settings.leftWaiting),
    first: other(settings.first),
    higherIp: other(settings.higherIp),
  })

type Choices = {readonly [K in keyof Settings]?: readonly Settings[K][]}

const open: Choices = {
  healOrder: ['vrrp-first', 'drbd-first'],
  clients: ['both', 'be1', 'be2'],
  leftWaiting: ['none', 'be1', 'be2'],
  steadyWrites: [false, true],
  bootWait: [false, true],
}

/** Every combination of what reality leaves open; what is given in `fixed` is not varied. */
export function everySetting(fixed: Partial<Settings> = {}): readonly Settings[] {
  let found: Partial<Settings>[] = [fixed]
  for (const [key, values] of Object.entries(open)) {
    if (Object.hasOwn(fixed, key)) continue
    found = found.flatMap((some) => values.map((value) => ({...some, [key]: value})))
  }
  return found.map(settingsWith)
}
