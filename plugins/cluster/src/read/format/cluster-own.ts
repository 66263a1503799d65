import type {Finding} from '../finding.ts'

/** The cluster's own among the things of a kind that a host shows: by name, or the only one there is. */
export function clusterOwn(shown: readonly string[], own: string): string | undefined {
  if (shown.includes(own)) return own
  return new Set(shown).size === 1 ? shown[0] : undefined
}

/** Which of several things shown is read, and what is to be said of that. */
interface Selected extends Pick<Finding, 'note' | 'assumes'> {
  readonly own?: string
}

function select(
  kind: string,
  shown: readonly string[],
  wanted: string,
  inWords: (name: string) => string,
): Selected {
  const own = clusterOwn(shown, wanted)
  if (own === wanted || shown.length === 0) return {own}
  if (own === undefined) {
    return {note: `Several ${kind}s are shown and none is ${inWords(wanted)}: none was read.`}
  }
  return {own, assumes: `${inWords(own)} is the only ${kind} shown, and taken for the cluster’s.`}
}

/** Which of the devices shown is read, by minor number. */
export const deviceOf = (minors: readonly string[]): Selected =>
  select('device', minors, '0', (minor) => `drbd${minor}`)

/** Which of the resources shown is read, by name. */
export const resourceOf = (names: readonly string[]): Selected =>
  select('resource', names, 'pc0', (name) => name)
