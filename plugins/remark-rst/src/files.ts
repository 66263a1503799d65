import {readdirSync, readFileSync, realpathSync, statSync, type BigIntStats} from 'node:fs'
import path from 'node:path'
import {
  type FileRefusal,
  type FileRequest,
  type Load,
  type LoadedFile,
  NearestName,
} from '@handrail/rst'
import {decode} from './decode.ts'

export interface FileOptions {
  /** Messages name files relative to this folder: the root of the site, the working directory. */
  root?: string
  /** The folders of the pages. Nothing outside of these and of the include roots is read. */
  roots?: readonly string[]
  /**
   * Folders of shared fragments. A path that leaves the folder of the pages is looked up here, in
   * order, without its leading `../`.
   */
  includeRoots?: readonly string[]
  /** A larger file is refused; in bytes, 8 MiB by default. */
  maxSize?: number
}

/** Reads files for the parser, synchronously, and keeps them as long as they stay the same. */
export interface FileLoader extends Load {
  /** The same loader; `look` hears of every path it looks at, of those with no file there too. */
  watched(look: (absolutePath: string) => void): Load
}

/** A path on this machine, and whether a file there may be read. */
interface Candidate {
  absolute: string
  root: string | undefined
}

/** A file that was read, until it changes. */
interface Kept {
  stamp: string
  file: LoadedFile
}

/**
 * What has been read in this process. Packages that are loaded twice (once by a bundler's
 * configuration, once by its plugins) share it.
 */
const kept = sharedMap()

function sharedMap(): Map<string, Kept> {
  const key = Symbol.for('remark-rst/files')
  const shared = globalThis as {[key]?: Map<string, Kept>}
  return (shared[key] ??= new Map())
}

/**
 * A loader for the parser that stays within its roots: through `..`, an absolute path or a
 * symbolic link nothing outside of them is read. It answers the same object as long as a file is
 * unchanged, and never throws.
 */
export function fileLoader(options: FileOptions = {}): FileLoader {
  const root = path.resolve(options.root ?? '.')
  const pageRoots = (options.roots ?? ['.']).map((folder) => path.resolve(root, folder))
  const includeRoots = (options.includeRoots ?? []).map((folder) => path.resolve(root, folder))
  const house: House = {root, pageRoots, includeRoots, maxSize: options.maxSize ?? 2 ** 23}

  const watched = (look: (absolutePath: string) => void): Load => {
    return (request) => find(request, house, look)
  }
  return Object.assign(
    watched(() => {}),
    {watched},
  )
}

/** Where files may lie. */
interface House {
  root: string
  pageRoots: string[]
  includeRoots: string[]
  maxSize: number
}

function find(request: FileRequest, house: House, look: (path: string) => void): LoadedFile {
  const candidates = candidatesFor(request, house)
  for (const {absolute, root} of candidates) {
    if (!root) continue
    look(absolute)
    const stats = statsOf(absolute)
    if (stats) return read(absolute, stats, request.encoding, house)
  }
  const wanted = candidates.find(({root}) => root) ?? candidates[0]!
  return {path: nameOf(wanted.absolute, house), refusal: notFound(candidates)}
}

/** Where a path may lead: to the place it says, then below the include roots. */
function candidatesFor(request: FileRequest, house: House): Candidate[] {
  const roots = [...house.pageRoots, ...house.includeRoots]
  const direct = path.resolve(house.root, request.path)
  const candidates = [{absolute: direct, root: rootOf(direct, roots)}]
  const home = rootOf(path.resolve(house.root, request.document), house.pageRoots)
  if (path.posix.isAbsolute(request.path)) {
    // Each version has its own files: those of the page's come first.
    const ordered = home ? [home, ...roots.filter((root) => root !== home)] : roots
    return candidates.concat(below(request.path, ordered))
  }
  if (!home || rootOf(direct, house.pageRoots)) return candidates
  return candidates.concat(below(path.relative(home, direct), house.includeRoots))
}

function below(target: string, roots: readonly string[]): Candidate[] {
  const rest = target.replaceAll(path.sep, '/').replace(/^(\.{0,2}\/)+/, '')
  return roots.map((root) => ({absolute: path.join(root, rest), root}))
}

function rootOf(absolute: string, roots: readonly string[]): string | undefined {
  return roots.find((root) => isWithin(absolute, root))
}

function isWithin(absolute: string, root: string): boolean {
  return absolute === root || absolute.startsWith(root.endsWith(path.sep) ? root : root + path.sep)
}

function notFound(candidates: readonly Candidate[]): FileRefusal {
  const outside = candidates.some(({absolute, root}) => !root && statsOf(absolute))
  if (outside) return {reason: 'outside'}
  return {
    reason: 'missing',
    // Most questions are whether there is a file; only a message wants to know more.
    get near() {
      const siblings = candidates.flatMap(({absolute, root}) => (root ? namesIn(absolute) : []))
      return new NearestName(() => siblings).to(path.basename(candidates[0]!.absolute))
    },
  }
}

/** The names of the files beside a path. */
function namesIn(absolute: string): string[] {
  try {
    return readdirSync(path.dirname(absolute))
  } catch {
    return []
  }
}

/** How long the clock of a file system may stand still, in milliseconds. */
const tick = 50

/**
 * What is at a path, in words that change when it does; `undefined` for what has just been changed:
 * a further change might have the same time.
 */
export function versionOf(absolute: string): string | undefined {
  const stats = statsOf(absolute)
  if (!stats) return 'nothing'
  return Date.now() - Number(stats.ctimeMs) < tick ? undefined : stampOf(stats)
}

/** The time of the last change cannot be set by anybody. */
function stampOf({mtimeNs, ctimeNs, size, ino}: BigIntStats): string {
  return [mtimeNs, ctimeNs, size, ino].join(' ')
}

function statsOf(absolute: string): BigIntStats | undefined {
  try {
    return statSync(absolute, {bigint: true, throwIfNoEntry: false})
  } catch {
    return undefined
  }
}

function read(
  absolute: string,
  stats: BigIntStats,
  encoding: string | undefined,
  house: House,
): LoadedFile {
  const name = nameOf(absolute, house)
  const key = [name, absolute, encoding].join('\0')
  const stamp = stampOf(stats)
  const known = kept.get(key)
  if (known?.stamp === stamp) return known.file
  const content = readContent(absolute, stats, encoding, house)
  const file =
    typeof content === 'string' ? {path: name, text: content} : {path: name, refusal: content}
  kept.set(key, {stamp, file})
  return file
}

function readContent(
  absolute: string,
  stats: BigIntStats,
  encoding: string | undefined,
  house: House,
): string | FileRefusal {
  if (stats.isDirectory()) return {reason: 'folder'}
  if (!stats.isFile()) return {reason: 'not-a-file'}
  if (stats.size > house.maxSize) return {reason: 'too-large'}
  try {
    if (leadsOutside(absolute, [...house.pageRoots, ...house.includeRoots]))
      return {reason: 'outside'}
    return decode(readFileSync(absolute), encoding)
  } catch (error) {
    return {reason: 'unreadable', detail: (error as Error).message}
  }
}

/** Whether there is something at a path that lies within one of some folders, wherever links lead. */
export function liesWithin(absolute: string, roots: readonly string[]): boolean {
  try {
    return !leadsOutside(absolute, roots)
  } catch {
    return false
  }
}

/** Whether there is a file at a path that lies within one of some folders, wherever links lead. */
export function isFileWithin(absolute: string, roots: readonly string[]): boolean {
  return isFileAt(absolute) && liesWithin(absolute, roots)
}

/** Whether there is a file at a path; what can be no path, as one with a zero, has none. */
export function isFileAt(absolute: string): boolean {
  return statsOf(absolute)?.isFile() ?? false
}

/** Whether a path leads out of all roots, by itself or through a link. */
function leadsOutside(absolute: string, roots: readonly string[]): boolean {
  const real = realpathSync.native(absolute)
  // Most roots are no links: they need not be looked up.
  return !rootOf(real, roots) && !rootOf(real, roots.map(realRoot))
}

/** A root's own path may lead through a link: that is the owner's choice. */
function realRoot(root: string): string {
  try {
    return realpathSync.native(root)
  } catch {
    return root
  }
}

function nameOf(absolute: string, house: House): string {
  return path.relative(house.root, absolute).replaceAll(path.sep, '/')
}
