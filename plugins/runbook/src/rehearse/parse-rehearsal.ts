import type {Setting} from './rehearsal.ts'

/** A rehearsal as a link carries it: all that is needed to come to the same place again. */
export interface RehearsalLink {
  readonly setting: Setting
  /** The actions as they are written; `resumeRehearsal` reads them. */
  readonly actions: readonly string[]
  /** The responder has ended it. */
  readonly isOver: boolean
  /** Tells whether the system still breaks in the way it did when the link was made. */
  readonly version?: string
}

/** What the fragment of such a link begins with. */
export const fragmentStart = '#rehearsal?'

/** Reads the fragment of an address, which anybody may have written; undefined if it is no such link. */
export function parseRehearsal(fragment: string): RehearsalLink | undefined {
  if (!fragment.startsWith(fragmentStart)) return undefined
  const pairs = fragment.slice(fragmentStart.length).split('&')
  const field = (name: string) => pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(2)
  const seed = Number(field('s'))
  if (!isSeed(seed)) return undefined
  const runbook = field('r')
  const version = field('v')
  return {
    setting: {seed, ...(runbook !== undefined && {runbook: decode(runbook)})},
    actions: (field('a') ?? '').split('~').filter(Boolean),
    isOver: field('e') === '1',
    ...(version !== undefined && {version}),
  }
}

/** Whether a number can be the seed of a rehearsal. */
export const isSeed = (seed: number): boolean => Number.isSafeInteger(seed) && seed >= 0

/** A seed that nobody chose: short enough to be said over the phone. */
export const newSeed = (): number => 1 + Math.floor(Math.random() * 9999)

/** A text as an address carries it; one that is written wrongly stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
