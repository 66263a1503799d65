import type {Load} from '@handrail/rst'
import {areUnchanged, type Memory, type Versions} from './memory.ts'
import {readNothing, witness} from './witness.ts'

/** A loader that takes down what it looks at. */
export interface Watch {
  load: Load
  versions: Versions
  /** Whether the loader would answer the same now: files of the same version are not asked for. */
  stillHolds(): boolean
}

/** Where files come from, and what is known of them. */
interface FileSource {
  load?: Load
  watched?: (look: (absolutePath: string) => void) => Load
  memory?: Pick<Memory<unknown>, 'versionOf'>
}

export function watchFiles({load = readNothing, watched, memory}: FileSource): Watch {
  const versions = new Map<string, string | undefined>()
  // The version is looked up first: a file that changes meanwhile has another one the next time.
  const look = (path: string): void => {
    if (!versions.has(path)) versions.set(path, memory?.versionOf(path))
  }
  const seen = witness(watched?.(look) ?? load)
  return {
    load: seen.load,
    versions,
    stillHolds: () => (memory && areUnchanged(versions, memory)) || seen.stillHolds(load),
  }
}
