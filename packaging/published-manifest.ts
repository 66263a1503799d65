/** What we use of a workspace's package.json. */
export interface Manifest {
  name: string
  version: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  bin?: Record<string, string>
  [field: string]: unknown
}

/** What a name of a package leads to when it is published. */
export type Export = string | {types: string; default: string}

export type PublishedManifest = Omit<Manifest, 'exports'> & {exports: Record<string, Export>}

/**
 * The package.json of a published package: its exports lead to what was compiled instead of to the
 * sources, packages of ours are wanted in the version they were made with, and nothing is left that
 * only matters in the repository.
 *
 * @param versions of our own packages, by name
 */
export function publishedManifest(
  {exports = {}, devDependencies, ...manifest}: Manifest,
  versions: ReadonlyMap<string, string>,
): PublishedManifest {
  void devDependencies
  // A command is a bundle, to be run and not to be imported.
  const modules = manifest.bin ? [] : Object.entries(exports)
  const published = modules.map(([name, path]) => [name, compiled(path)])
  return {
    ...manifest,
    ...withVersions(manifest, versions),
    exports: {...Object.fromEntries(published), './package.json': './package.json'},
    publishConfig: {access: 'public'},
  }
}

/** Where the file of an export is in the package. */
function compiled(path: string): Export {
  const file = path.replace(/^\.\/src\//, './dist/')
  const module = /^(.*)\.tsx?$/.exec(file)?.[1]
  return module === undefined ? file : {types: `${module}.d.ts`, default: `${module}.js`}
}

const lists = ['dependencies', 'peerDependencies', 'optionalDependencies'] as const

function withVersions(
  manifest: Omit<Manifest, 'exports'>,
  versions: ReadonlyMap<string, string>,
): Partial<Manifest> {
  const named = lists.flatMap((list) => {
    const ranges = manifest[list] as Record<string, string> | undefined
    if (!ranges) return []
    const entries = Object.entries(ranges)
    return [
      [list, Object.fromEntries(entries.map(([name, own]) => [name, versions.get(name) ?? own]))],
    ]
  })
  return Object.fromEntries(named) as Partial<Manifest>
}
