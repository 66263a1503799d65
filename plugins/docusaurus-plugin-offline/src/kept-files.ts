import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {createMatcher} from '@docusaurus/utils'
import {notSavedFile, type OfflineOptions} from './options.ts'

/** A file of the site, as Workbox takes it. */
export interface KeptFile {
  /** Relative to the site's base. */
  url: string
  revision: string
  /** As `integrity` of a request: a file that has changed on the server meanwhile is refused. */
  integrity: string
}

export interface KeptFiles {
  /** Saved together, or not at all. */
  first: KeptFile[]
  /** Saved as far as there is room: what was chosen to be next, then the smallest first. */
  rest: KeptFile[]
}

/** What no reader asks for; and what has to come from the server to be of use. */
const never = [
  '**/*.map',
  '**/*.xml',
  '**/*.{gz,br}',
  'service-worker.js',
  'version.json',
  '_headers',
]

/** Lists what is kept of a built site, `others` being folders of it that are sites of their own. */
export function keptFiles(
  outDir: string,
  others: readonly string[],
  {first, next, leaveOut}: OfflineOptions,
): KeptFiles {
  const left = createMatcher([...never, ...leaveOut, ...others.map((other) => `${other}/**`)])
  const paths = readdirSync(outDir, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => relative(outDir, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => !left(path))
    .sort()
  const needed = withLoaded(outDir, paths, createMatcher([...first, notSavedFile]))
  const isNext = createMatcher([...next])
  const files = paths.map((path) => ({path, bytes: readFileSync(join(outDir, path))}))
  return {
    first: files.filter(({path}) => needed.has(path)).map(kept),
    rest: files
      .filter(({path}) => !needed.has(path))
      .sort((a, b) => a.bytes.length - b.bytes.length)
      .sort((a, b) => Number(isNext(b.path)) - Number(isNext(a.path)))
      .map(kept),
  }
}

function kept({path, bytes}: {path: string; bytes: Buffer}): KeptFile {
  const hash = createHash('sha256').update(bytes).digest('base64')
  return {url: path, revision: hash.slice(0, 16), integrity: `sha256-${hash}`}
}

/** The chosen files, and those of the site that their HTML loads. */
function withLoaded(
  outDir: string,
  paths: readonly string[],
  chosen: (path: string) => boolean,
): Set<string> {
  const needed = new Set(paths.filter(chosen))
  const known = new Set(paths)
  for (const page of [...needed].filter((path) => path.endsWith('.html'))) {
    const html = readFileSync(join(outDir, page), 'utf8')
    for (const [, address] of html.matchAll(loadedBy)) {
      const path = ownPath(address!, known)
      if (path) needed.add(path)
    }
  }
  return needed
}

const loadedBy = /<(?:script|img|link)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+)/g

/** The file behind an address, whatever base the site has. */
function ownPath(address: string, known: ReadonlySet<string>): string | undefined {
  const parts = address.replace(/[?#].*/, '').split('/')
  return parts.map((_, index) => parts.slice(index).join('/')).find((path) => known.has(path))
}
