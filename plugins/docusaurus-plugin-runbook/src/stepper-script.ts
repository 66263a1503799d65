import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build} from 'esbuild'

/** A script to be served. */
export interface ScriptFile {
  /** Path below the site's base, with a hash of the content. */
  name: string
  code: string
}

/** The runbook element, bundled: it depends on nothing else of the page. */
export interface StepperScript {
  /** The module a page loads. */
  entry: string
  /** The modules that it cannot start without. */
  preloads: string[]
  /** All of these, and those it loads when something is used. */
  files: ScriptFile[]
  /** Everything in one classic script, for files that are opened from a disk. */
  standalone: string
}

const folder = 'assets/handrail'

const common = {
  entryPoints: [fileURLToPath(new URL('browser-entry.ts', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
  target: 'es2022',
  legalComments: 'none',
} as const satisfies BuildOptions

/** Bundles the element for a site and for stand-alone files. */
export async function bundleStepper(): Promise<StepperScript> {
  const [split, whole] = await Promise.all([
    build({
      ...common,
      format: 'esm',
      splitting: true,
      metafile: true,
      outdir: 'out',
      entryNames: 'stepper-[hash]',
      chunkNames: 'part-[hash]',
    }),
    build({...common, format: 'iife'}),
  ])
  const files = split.outputFiles.map(({path, text}) => ({
    name: `${folder}/${basename(path)}`,
    code: text,
  }))
  const entry = files.find(({name}) => name.startsWith(`${folder}/stepper-`))!.name
  const outputs = Object.entries(split.metafile.outputs)
  const made = outputs.find(([path]) => basename(path) === basename(entry))![1]
  const preloads = made.imports
    .filter(({kind}) => kind === 'import-statement')
    .map(({path}) => `${folder}/${basename(path)}`)
  return {entry, preloads, files, standalone: whole.outputFiles[0]!.text}
}
