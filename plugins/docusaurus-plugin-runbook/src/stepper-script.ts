import {basename, extname, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, type Plugin, build} from 'esbuild'

/** A script to be served. */
export interface ScriptFile {
  /** Path below the site's base, with a hash of the content. */
  name: string
  code: string
}

/** The elements of runbooks, bundled: they depend on nothing else of the page. */
export interface StepperScript {
  /** The module a page with a runbook loads. */
  entry: string
  /** The module a page with a rehearsal loads. */
  rehearsal: string
  /** All of these, and those they load when something is used. */
  files: ScriptFile[]
  /** Everything in one classic script, for files that are opened from a disk. */
  standalone: string
}

const folder = 'assets/handrail'

/** A module beside this one: `.ts` in the repository, `.js` in the package. */
const source = (name: string): string =>
  fileURLToPath(new URL(`${name}${extname(import.meta.url)}`, import.meta.url))
const entries = {stepper: source('browser-entry'), rehearsal: source('rehearsal-entry')}

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: 'es2022',
  legalComments: 'none',
} as const satisfies BuildOptions

/** How the files of a site are named; each name holds a hash of what it stands for. */
const named = {
  format: 'esm',
  outdir: 'out',
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
} as const satisfies BuildOptions

/**
 * Bundles the elements for a site, and the stepper for stand-alone files. The stepper is one file,
 * for each more is another round on a slow line; what it loads on use are files of their own, which
 * share their parts with one another and with rehearsals, and repeat the little they have in common
 * with the stepper.
 *
 * @param system the file of `@theme/RunbookSystem`.
 */
export async function bundleStepper(system: string): Promise<StepperScript> {
  const alias = {'@theme/RunbookSystem': system}
  const stepper = {...common, alias, entryPoints: {stepper: entries.stepper}}
  const onUse = new Set<string>()
  await build({
    ...stepper,
    format: 'esm',
    plugins: [dynamicImports((path) => void onUse.add(path))],
  })
  const parts = await build({
    ...common,
    ...named,
    alias,
    entryPoints: [entries.rehearsal, ...onUse],
    splitting: true,
    metafile: true,
  })
  const fileOf = new Map(
    Object.entries(parts.metafile.outputs).flatMap(([path, {entryPoint}]) =>
      entryPoint === undefined ? [] : [[resolve(entryPoint), `./${basename(path)}`]],
    ),
  )
  const plugins = [dynamicImports((path) => fileOf.get(path))]
  const [split, whole] = await Promise.all([
    build({...stepper, ...named, plugins}),
    build({...stepper, format: 'iife'}),
  ])
  const files = [...split.outputFiles, ...parts.outputFiles].map(({path, text}) => ({
    name: `${folder}/${basename(path)}`,
    code: text,
  }))
  const rehearsal = fileOf.get(entries.rehearsal)!.replace('.', folder)
  return {entry: files[0]!.name, rehearsal, files, standalone: whole.outputFiles[0]!.text}
}

/** Leaves what is imported on use out of a bundle, under the name that `nameOf` gives its file. */
function dynamicImports(nameOf: (file: string) => string | undefined | void): Plugin {
  return {
    name: 'dynamic-imports',
    setup({onResolve, resolve: find}) {
      onResolve({filter: /./}, async ({path, kind, importer, resolveDir, pluginData}) => {
        if (kind !== 'dynamic-import' || pluginData === asked) return undefined
        const found = await find(path, {kind, importer, resolveDir, pluginData: asked})
        return {path: nameOf(found.path) ?? path, external: true, errors: found.errors}
      })
    },
  }
}

/** Marks a question of our own, which is not to be asked again. */
const asked = Symbol('asked')
