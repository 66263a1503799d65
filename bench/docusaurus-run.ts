import {spawnSync} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const docusaurus = fileURLToPath(
  new URL('../node_modules/@docusaurus/core/bin/docusaurus.mjs', import.meta.url),
)
const onExit = new URL('on-exit.mjs', import.meta.url).href

/** What a build has cost. */
export interface BuildCost {
  /** Seconds of all threads. */
  readonly cpu: number
  /** Kilobytes at the peak. */
  readonly memory: number
}

/**
 * Builds a site in a process of its own.
 *
 * @throws Error with what the build printed, if it fails
 */
export function buildSite(folder: string): BuildCost {
  const file = join(folder, 'resources.json')
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ['--import', onExit, docusaurus, 'build'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {...process.env, RESOURCES_FILE: file},
    },
  )
  if (status !== 0) throw new Error(stdout + stderr)
  const cost = JSON.parse(readFileSync(file, 'utf8')) as BuildCost
  rmSync(file)
  return cost
}

/** Has a site forget what it built. */
export function forgetBuilds(folder: string): void {
  for (const name of ['.docusaurus', 'build', 'node_modules/.cache']) {
    rmSync(join(folder, name), {recursive: true, force: true})
  }
}
