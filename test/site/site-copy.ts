import {spawnSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** How a command ended, and all it printed. */
export interface Run {
  code: number | null
  output: string
}

/** A Docusaurus site of its own in a temporary folder, with caches of its own. */
export class SiteCopy {
  readonly folder: string

  /** @param source folder to copy, relative to the repository */
  constructor(source: string) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'site-'))
    cpSync(path.join(root, source), this.folder, {recursive: true})
    this.write('package.json', '{"name": "copy", "private": true}')
    linkPackages(this.folder)
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8')
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), {recursive: true})
    writeFileSync(path.join(this.folder, name), text)
  }

  replace(name: string, before: string, after: string): void {
    const text = this.read(name)
    if (!text.includes(before)) throw new Error(`${name} does not have: ${before}`)
    this.write(name, text.replaceAll(before, after))
  }

  build(): Run {
    const {status, stdout, stderr} = spawnSync(process.execPath, [docusaurus, 'build'], {
      cwd: this.folder,
      env: environment,
      encoding: 'utf8',
    })
    return {code: status, output: stdout + stderr}
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}

const docusaurus = path.join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
const {VITEST, NODE_ENV, ...environment} = process.env
void [VITEST, NODE_ENV]

/**
 * Gives a copy packages: its own copy of ours, so that a test may edit them, and links to all
 * others.
 */
function linkPackages(folder: string): void {
  const workspaces = path.join(folder, 'plugins')
  const isSource = (file: string): boolean => !/[\\/](test|node_modules)$/.test(file)
  cpSync(path.join(root, 'plugins'), workspaces, {recursive: true, filter: isSource})
  const packages = path.join(root, 'node_modules')
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.') && name !== '@handrail') link(path.join(packages, name), folder, name)
  }
  for (const name of readdirSync(workspaces)) {
    const workspace = path.join(workspaces, name)
    const manifest = JSON.parse(readFileSync(path.join(workspace, 'package.json'), 'utf8'))
    link(workspace, folder, manifest.name)
  }
}

function link(target: string, folder: string, name: string): void {
  const place = path.join(folder, 'node_modules', name)
  mkdirSync(path.dirname(place), {recursive: true})
  rmSync(place, {force: true})
  symlinkSync(target, place)
}
