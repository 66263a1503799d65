/** What we use of a workspace's package.json. */
export interface Manifest {
  name: string
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  bin?: Record<string, string>
}

/** Where a name of a package leads when it is published. */
type Export = string | {types: string; default: string}

export interface PublishedManifest extends Omit<Manifest, 'exports' | 'devDependencies'> {
  exports: Record<string, Export>
  publishConfig: {access: 'public'}
}

/**
 * The package.json of a published package: its exports lead to what was compiled instead of to the
 * sources, and nothing is left that only matters in the repository.
 */
export function publishedManifest(manifest: Manifest): PublishedManifest {
  const {exports = {}, devDependencies, ...rest} = manifest
  void devDependencies
  // A command is a bundle, to be run and not to be imported.
  const modules = manifest.bin ? [] : Object.entries(exports)
  const published = modules.map(([name, path]) => [name, compiled(path)])
  return {
    ...rest,
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
