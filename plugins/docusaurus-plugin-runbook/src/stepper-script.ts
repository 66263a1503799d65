import {basename, extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build} from 'esbuild'

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
  /** The modules that it cannot start without. */
  preloads: string[]
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

/**
 * Bundles the elements for a site, and the stepper for stand-alone files.
 *
 * @param system the file of `@theme/RunbookSystem`.
 */
export async function bundleStepper(system: string): Promise<StepperScript> {
  const alias = {'@theme/RunbookSystem': system}
  const [split, whole] = await Promise.all([
    build({
      ...common,
      alias,
      entryPoints: entries,
      format: 'esm',
      splitting: true,
      metafile: true,
      outdir: 'out',
      entryNames: '[name]-[hash]',
      chunkNames: 'part-[hash]',
    }),
    build({...common, alias, entryPoints: [entries.stepper], format: 'iife'}),
  ])
  const files = split.outputFiles.map(({path, text}) => ({
    name: `${folder}/${basename(path)}`,
    code: text,
  }))
  const named = (name: string): string =>
    files.find((file) => file.name.startsWith(`${folder}/${name}-`))!.name
  const entry = named('stepper')
  const outputs = Object.entries(split.metafile.outputs)
  const made = outputs.find(([path]) => basename(path) === basename(entry))![1]
  const preloads = made.imports
    .filter(({kind}) => kind === 'import-statement')
    .map(({path}) => `${folder}/${basename(path)}`)
  const standalone = whole.outputFiles[0]!.text
  return {entry, preloads, rehearsal: named('rehearsal'), files, standalone}
}
