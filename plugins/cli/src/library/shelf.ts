import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {deserialize, serialize} from 'node:v8'
import type {Runbook} from '@handrail/runbook'

/** A runbook and the folder its file is in. */
interface Found {
  runbook: Runbook
  folder: string
}

/** Where runbooks that were read are kept until a file they were read from changes. */
export interface Shelf {
  /** @param place everything that decides which page is read, and how. */
  take(place: readonly string[]): Found | undefined
  put(place: readonly string[], found: Found & {files: readonly string[]}): void
}

/** What lies on the shelf; paths are absolute. */
interface Kept extends Found {
  looks: readonly (readonly [path: string, look: string])[]
}

/**
 * A shelf in the user's cache folder. What lies there counts as long as every file it was read from,
 * this command among them, looks as it did. Whatever goes wrong with the shelf, the page is read.
 */
export function cacheShelf(): Shelf {
  const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'handrail')
  const fileOf = (place: readonly string[]) => {
    return join(folder, createHash('sha256').update(place.join('\0')).digest('hex').slice(0, 32))
  }
  return {
    take(place) {
      try {
        const kept = deserialize(readFileSync(fileOf(place))) as Kept
        return kept.looks.every(([path, look]) => lookOf(path) === look) ? kept : undefined
      } catch {
        return undefined
      }
    },
    put(place, {runbook, folder: home, files}) {
      const watched = [fileURLToPath(import.meta.url), ...files].map((path) => resolve(path))
      const looks = watched.map((path) => [path, lookOf(path)] as const)
      try {
        mkdirSync(folder, {recursive: true})
        const file = fileOf(place)
        writeFileSync(`${file}.${process.pid}`, serialize({runbook, folder: home, looks}))
        renameSync(`${file}.${process.pid}`, file)
      } catch {
        // A home that cannot be written to costs time, nothing else.
      }
    },
  }
}

/** What tells a file from what it was, without reading it; empty where there is none. */
function lookOf(path: string): string {
  const stat = statSync(path, {bigint: true, throwIfNoEntry: false})
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : ''
}
