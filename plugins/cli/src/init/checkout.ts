import {existsSync, readFileSync, symlinkSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The checkout of the repository this command runs from, if it was not installed. */
export function checkout(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && readName(manifest) === 'handrail-site') return folder
    if (folder === dirname(folder)) return undefined
  }
}

function readName(manifest: string): unknown {
  return JSON.parse(readFileSync(manifest, 'utf8')).name
}

/** Gives a site the packages of a checkout, so that nothing needs to be installed. */
export function linkPackages(site: string, from: string): void {
  symlinkSync(join(from, 'node_modules'), join(resolve(site), 'node_modules'), 'dir')
}
