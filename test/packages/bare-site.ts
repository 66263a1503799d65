import {execFileSync, spawnSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Packed} from '../../packaging/pack.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A folder outside of the repository in which our packages are installed from their tarballs.
 * Packages of others are found one folder up, where each is a link to the one the repository has;
 * no link there leads to a workspace.
 */
export class BareSite {
  readonly folder: string
  readonly #parent = mkdtempSync(join(tmpdir(), 'stranger-'))

  /** @param source folder of the site's files, relative to the repository */
  constructor(source: string, packages: readonly Packed[]) {
    this.folder = join(this.#parent, 'site')
    cpSync(join(root, source), this.folder, {recursive: true})
    linkOthers(this.#parent, new Set(packages.map(({name}) => name)))
    for (const packed of packages) install(packed, this.folder)
  }

  /** Runs a program of Node in the folder; all it prints. */
  run(program: string, ...args: string[]): {code: number | null; output: string} {
    const {VITEST, NODE_ENV, ...env} = process.env
    void [VITEST, NODE_ENV]
    const options = {cwd: this.folder, env, encoding: 'utf8'} as const
    const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], options)
    return {code: status, output: stdout + stderr}
  }

  /** The path of a program that a package brings. */
  program(name: string, path: string): string {
    const own = join(this.folder, 'node_modules', name, path)
    return existsSync(own) ? own : join(this.#parent, 'node_modules', name, path)
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  remove(): void {
    rmSync(this.#parent, {recursive: true, force: true})
  }
}

/** Links every package of the repository that is not ours. */
function linkOthers(parent: string, ours: ReadonlySet<string>): void {
  const from = join(root, 'node_modules')
  for (const entry of readdirSync(from)) {
    if (entry.startsWith('.')) continue
    const names = entry.startsWith('@')
      ? readdirSync(join(from, entry)).map((name) => `${entry}/${name}`)
      : [entry]
    for (const name of names) if (!ours.has(name)) link(join(from, name), parent, name)
  }
}

function install({name, folder, tarball}: Packed, site: string): void {
  const target = join(site, 'node_modules', name)
  mkdirSync(target, {recursive: true})
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'])
  // Versions that npm had to install beside a workspace, because another one is above it.
  const beside = join(root, 'plugins', basename(folder), 'node_modules')
  for (const entry of existsSync(beside) ? readdirSync(beside) : []) {
    if (!entry.startsWith('.')) link(join(beside, entry), target, entry)
  }
}

function link(from: string, folder: string, name: string): void {
  const place = join(folder, 'node_modules', name)
  mkdirSync(dirname(place), {recursive: true})
  symlinkSync(from, place)
}
