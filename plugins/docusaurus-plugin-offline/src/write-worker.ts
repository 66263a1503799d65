import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {bundle} from './bundle.ts'
import {keptFiles} from './kept-files.ts'
import type {OfflineOptions} from './options.ts'

/** Writes the service worker of a built site, which has to be complete. */
export async function writeWorker(
  outDir: string,
  others: readonly string[],
  options: OfflineOptions,
): Promise<void> {
  const version = JSON.parse(await readFile(join(outDir, 'version.json'), 'utf8'))
  const {first, rest} = keptFiles(outDir, others, options)
  const constants = {FIRST_FILES: first, OTHER_FILES: rest, SITE_VERSION: version}
  const code = await bundle('worker/service-worker', constants)
  await writeFile(join(outDir, 'service-worker.js'), code)
}
