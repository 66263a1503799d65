import {createHash} from 'node:crypto'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

/** The browser element's script, ready to be served. */
export interface StepperScript {
  /** File name with a hash of the content. */
  name: string
  code: string
}

/** Bundles the runbook element: one file that depends on nothing else of the page. */
export async function bundleStepper(): Promise<StepperScript> {
  const entry = fileURLToPath(import.meta.resolve('@handrail/runbook-element/define'))
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  })
  const code = outputFiles[0]!.text
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 12)
  return {name: `assets/js/handrail-runbook.${hash}.js`, code}
}
