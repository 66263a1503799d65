import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

/** `.ts` in the repository, `.js` in the package. */
const ending = extname(import.meta.url)

/**
 * Bundles a script for the browser, given by its path below this folder without its ending, as one
 * classic script.
 * `constants` are put in where the script names them.
 */
export async function bundle(
  path: string,
  constants: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const define = Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL(`${path}${ending}`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: {'process.env.NODE_ENV': '"production"', ...Object.fromEntries(define)},
  })
  return outputFiles[0]!.text
}
