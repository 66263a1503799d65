/**
 * Builds the site of one commit twice, in folders of different names and without the install scripts
 * of any package, and compares every byte. `npx tsx test/nightly/reproducible-build.ts`.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {filesBelow} from '../../src/bundle/site-files.ts'

const folders = ['first', 'the-second'].map((name) => mkdtempSync(join(tmpdir(), `${name}-`)))
const [first, second] = folders.map(buildIn)
const paths = [...new Set([...filesBelow(first!), ...filesBelow(second!)])].sort()
const differing = paths.filter((path) => !bytes(first!, path).equals(bytes(second!, path)))

for (const path of differing) process.stdout.write(`differs: ${path}\n`)
process.stdout.write(`${paths.length - differing.length} of ${paths.length} files are the same\n`)
for (const folder of folders) rmSync(folder, {recursive: true})
process.exitCode = differing.length > 0 ? 1 : 0

/** Builds a clone of this commit there; answers the folder of the built site. */
function buildIn(folder: string): string {
  const run = (command: string, ...args: string[]): void => {
    execFileSync(command, args, {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']})
  }
  execFileSync('git', ['clone', '--quiet', process.cwd(), folder])
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
  run('npm', 'run', 'build:command')
  run('npm', 'run', 'build')
  return join(folder, 'build')
}

/** What a file holds; nothing, where it is missing. */
function bytes(folder: string, path: string): Buffer {
  try {
    return readFileSync(join(folder, path))
  } catch {
    return Buffer.from('missing')
  }
}
