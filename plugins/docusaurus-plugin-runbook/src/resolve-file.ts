import {createRequire} from 'node:module'

const {resolve} = createRequire(import.meta.url)

/** The path of a package's file; Docusaurus loads plugins where `import.meta.resolve` is not known. */
export function resolveFile(specifier: string): string {
  return resolve(specifier)
}
