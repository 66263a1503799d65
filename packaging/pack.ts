import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compile, filesBelow} from './compile.ts'
import {type Manifest, publishedManifest} from './published-manifest.ts'
import {settle} from './settle.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A package as it is published. */
export interface Packed {
  name: string
  /** The folder that was packed. */
  folder: string
  tarball: string
}

interface Workspace {
  /** Its folder in the repository. */
  source: string
  /** The folder that will be packed. */
  stage: string
  manifest: Manifest
}

/**
 * Makes the tarballs of all workspaces.
 *
 * @param folder is emptied first
 */
export function packAll(folder: string): Packed[] {
  rmSync(folder, {recursive: true, force: true})
  const workspaces = readWorkspaces(folder)
  const libraries = workspaces.filter((workspace) => !isCommand(workspace))
  workspaces.filter(isCommand).forEach(bundleCommand)
  compileLibraries(libraries, join(folder, 'compiled'))
  workspaces.forEach(copyRest)
  for (const {manifest, stage} of workspaces) {
    const text = JSON.stringify(publishedManifest(manifest), null, 2)
    writeFileSync(join(stage, 'package.json'), `${text}\n`)
  }
  return tarballs(workspaces, folder)
}

function readWorkspaces(folder: string): Workspace[] {
  return readdirSync(join(root, 'plugins')).flatMap((room) => {
    const source = join(root, 'plugins', room)
    const file = join(source, 'package.json')
    if (!existsSync(file)) return []
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    return {source, stage: join(folder, room), manifest}
  })
}

function isCommand({manifest}: Workspace): boolean {
  return manifest.bin !== undefined
}

/** A command is a bundle: what it is made of is inside. */
function bundleCommand({source, stage}: Workspace): void {
  execFileSync(process.execPath, [join(source, 'build.mjs'), join(stage, 'dist')])
}

function compileLibraries(workspaces: readonly Workspace[], folder: string): void {
  compile(
    root,
    workspaces.map(({source}) => join(source, 'src')),
    folder,
  )
  for (const {source, stage} of workspaces) {
    const dist = join(stage, 'dist')
    cpSync(join(folder, relative(join(root, 'plugins'), source), 'src'), dist, {recursive: true})
    cpSync(join(source, 'src'), join(stage, 'src'), {recursive: true})
    const beside = (file: string): string => join(stage, 'src', dirname(relative(dist, file)))
    for (const file of filesBelow(dist)) settle(file, beside(file))
    cpSync(join(source, 'src'), dist, {recursive: true, filter: isReadAsItIs})
  }
  rmSync(folder, {recursive: true})
}

/** Folders, and files that no compiler has made another of. */
function isReadAsItIs(path: string): boolean {
  return !/(?<!\.d)\.tsx?$|tsconfig\.json$/.test(path)
}

const otherFolders = ['bin', 'themes']

function copyRest({source, stage}: Workspace): void {
  cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
  for (const name of ['README.md', ...otherFolders]) {
    if (existsSync(join(source, name))) {
      cpSync(join(source, name), join(stage, name), {recursive: true})
    }
  }
}

function tarballs(workspaces: readonly Workspace[], folder: string): Packed[] {
  const stages = workspaces.map(({stage}) => stage)
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...stages]
  const output = execFileSync('npm', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
  const packed = new Map(
    (JSON.parse(output) as {name: string; filename: string}[]).map(({name, filename}) => [
      name,
      join(folder, filename),
    ]),
  )
  return workspaces.map(({manifest: {name}, stage}) => ({
    name,
    folder: stage,
    tarball: packed.get(name)!,
  }))
}
