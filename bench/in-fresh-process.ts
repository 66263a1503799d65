import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {buildSync} from 'esbuild'

/**
 * Runs a module of this folder in a process of its own, as the command is run: bundled to one file
 * of JavaScript. The module prints its result as JSON.
 */
export function inFreshProcess<T>(module: string, args: readonly string[]): T {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'))
  const bundle = join(folder, 'bench.mjs')
  try {
    buildSync({
      entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    })
    return JSON.parse(execFileSync(process.execPath, [bundle, ...args], {encoding: 'utf8'})) as T
  } finally {
    rmSync(folder, {recursive: true})
  }
}
