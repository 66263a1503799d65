/**
 * Builds the site of one commit twice, from the first file on and without the install scripts of any
 * package, and compares every byte. Both builds have the same path: Docusaurus names the loader of
 * pictures by its own. `npx tsx test/nightly/reproducible-build.ts`.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {filesBelow} from '../../src/bundle/site-files.ts'

const commit = execFileSync('git', ['rev-parse', 'HEAD'], {encoding: 'utf8'}).trim()
const folder = mkdtempSync(join(tmpdir(), 'reproducible-'))
const [first, second] = ['first', 'second'].map(buildAs)
const paths = [...new Set([...filesBelow(first!), ...filesBelow(second!)])].sort()
const differing = paths.filter((path) => !bytes(first!, path).equals(bytes(second!, path)))

for (const path of differing) process.stdout.write(`differs: ${path}\n`)
process.stdout.write(`${paths.length - differing.length} of ${paths.length} files are the same\n`)
rmSync(folder, {recursive: true})
process.exitCode = differing.length > 0 ? 1 : 0

/** Builds a clone of the commit; answers the folder the built site is moved to. */
function buildAs(name: string): string {
  const clone = join(folder, 'site')
  const run = (command: string, ...args: string[]): void => {
    execFileSync(command, args, {cwd: clone, stdio: ['ignore', 'ignore', 'inherit']})
  }
  execFileSync('git', ['clone', '--quiet', process.cwd(), clone])
  run('git', 'checkout', '--quiet', commit)
  run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
  run('npm', 'run', 'build:command')
  run('npm', 'run', 'build')
  renameSync(join(clone, 'build'), join(folder, name))
  rmSync(clone, {recursive: true})
  return join(folder, name)
}

/** What a file holds; nothing, where it is missing. */
function bytes(built: string, path: string): Buffer {
  try {
    return readFileSync(join(built, path))
  } catch {
    return Buffer.from('missing')
  }
}
