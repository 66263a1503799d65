import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {constants, gzipSync} from 'node:zlib'
import {filesBelow} from '../bundle/site-files.ts'

/** What a reader downloads, and how large it may be. */
export interface Budget {
  readonly what: string
  /** Bytes, compressed with gzip where a server would. */
  readonly size: number
  readonly limit: number
  /** Where the limit holds for each of many files: the largest of them. */
  readonly file?: string
}

/** As browsers count. */
const kilobyte = 1000

/** All budgets of a built site. */
export function budgets(built: string): Budget[] {
  const files = filesBelow(built)
  const below = (pattern: RegExp): string[] => files.filter((path) => pattern.test(path))
  // As `npm run compress` does.
  const options = {level: constants.Z_BEST_COMPRESSION}
  const compressed = (path: string): number =>
    gzipSync(readFileSync(join(built, path)), options).length
  const sum = (what: string, kilobytes: number, paths: readonly string[]): Budget => ({
    what,
    size: paths.reduce((total, path) => total + compressed(path), 0),
    limit: kilobytes * kilobyte,
  })
  const each = (what: string, kilobytes: number, paths: readonly string[]): Budget => {
    const sizes = paths.map((path) => ({path, size: compressed(path)}))
    const {path, size} = sizes.reduce((a, b) => (b.size > a.size ? b : a))
    return {what, size, limit: kilobytes * kilobyte, file: path}
  }
  const runbook = 'runbooks/split-brain/index.html'
  const scripts = scriptsOf(built, runbook)
  const [stepper] = scripts.filter((path) => path.startsWith('assets/handrail/'))
  return [
    each('a page of the guide', 48, below(/^(index|(server|rehearsal).*)\.html$/)),
    each('a page with a runbook', 32, below(/^runbooks\/.*\.html$/)),
    sum('the style of all pages', 20, below(/^assets\/css\//)),
    sum('Docusaurus on any page, after it can be read', 185, scripts.filter(isDocusaurus)),
    sum('our script before the first answer', 40, [stepper!, ...importsOf(built, stepper!)]),
    each('what a runbook loads on use', 60, below(/^assets\/handrail\//)),
    sum('the search, on every page', 12, ['search/search.js']),
    sum('the text that is searched, on use', 120, ['search/pages.js']),
    each('one runbook in one file', 80, below(/^standalone\/.+(?<!index)\.html$/)),
    each('all runbooks in one file', 150, below(/^(\w\w\/)?standalone\/index\.html$/)),
    ...below(/^handbook\.pdf$/).map((path) => ({
      what: 'the handbook',
      size: statSync(join(built, path)).size,
      limit: 2500 * kilobyte,
    })),
  ]
}

/** The scripts a page asks for, as paths of the built site. */
function scriptsOf(built: string, page: string): string[] {
  const html = readFileSync(join(built, page), 'utf8')
  return [...html.matchAll(/<script [^>]*src="?\/([^"\s>]+)/g)].map(([, path]) => path!)
}

function isDocusaurus(path: string): boolean {
  return path.startsWith('assets/js/')
}

/** The modules that a module cannot start without, and theirs. */
function importsOf(built: string, path: string, known: string[] = []): string[] {
  const code = readFileSync(join(built, path), 'utf8')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  for (const [, name] of code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) {
    const imported = `${folder}${name!}`
    if (known.includes(imported)) continue
    known.push(imported)
    importsOf(built, imported, known)
  }
  return known
}
