import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const {resolve} = createRequire(import.meta.url)

/** The folders of the code that turns a page into a tree and says what is in it. */
export const sourceFolders = [
  path.dirname(resolve('@handrail/rst')),
  path.dirname(resolve('remark-rst')),
  path.dirname(resolve('@handrail/check')),
  path.dirname(resolve('@handrail/markdown')),
  path.dirname(fileURLToPath(import.meta.url)),
]

/**
 * A hash of everything but the pages that decides what becomes of them: the code of the parser and
 * of this plugin, and the options.
 */
export function fingerprint(options: object): string {
  const hash = createHash('sha256').update(JSON.stringify(options, functionText))
  for (const file of sourceFolders.flatMap(filesIn)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function functionText(_: string, value: unknown): unknown {
  return typeof value === 'function' ? value.toString() : value
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.[a-z]+$/.test(name))
    .map((name) => path.join(folder, name))
    .sort()
}
