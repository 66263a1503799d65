import {createRequire} from 'node:module'

/** The script of the compiler's process: a file of this package, wherever the code around is. */
export const childModule = '@handrail/handbook/compile-child'

/**
 * Finds a module that this package depends on. The code may be bundled into a command, beside which
 * only this package is found, and what it depends on only from within.
 *
 * @param from URL of the code that runs
 * @throws Error if there is none
 */
export function resolveOwn(module: string, from = import.meta.url): string {
  return createRequire(createRequire(from).resolve(childModule)).resolve(module)
}
