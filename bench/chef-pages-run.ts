/** The measured part of chef-pages.ts; the first argument is the folder of the corpus. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {
  directives,
  type DocumentState,
  type FileRequest,
  linkPage,
  type LoadedFile,
  type PageFacts,
  PageIndex,
  parse,
  preparePage,
  roles,
  sphinxDirectives,
  sphinxRoles,
  toMdast,
} from '@handrail/rst'
import type {ChefPagesResult} from './chef-pages.ts'

// A short run does not pay for code that is optimized as for a long one.
setFlagsFromString('--interrupt-budget=500000')
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')

const root = process.argv[2]!
const source = 'chef_master/source/'
const swaps = ['swap_descriptions', 'swap_names', 'swap_paths_and_urls']

/** All files that were read, as long as they are not changed. */
const files = new Map<string, LoadedFile>()

function load({path}: Pick<FileRequest, 'path'>): LoadedFile {
  const known = files.get(path)
  if (known) return known
  const file = read(path)
  files.set(path, file)
  return file
}

function read(path: string): LoadedFile {
  try {
    return {path, text: readFileSync(join(root, path), 'utf8')}
  } catch {
    return {path, refusal: {reason: 'missing'}}
  }
}

const options = {
  load,
  includeBase: 'document' as const,
  directives: [...directives, ...sphinxDirectives],
  roles: [...roles, ...sphinxRoles],
}

function parseFile(path: string, prolog?: DocumentState): DocumentState {
  const file = load({path})
  const text = 'text' in file ? file.text : ''
  return parse(text, {...options, path, ...(prolog ? {prolog} : {})})
}

let prolog: DocumentState | undefined
for (const name of swaps) prolog = parseFile(`swaps/${name}.txt`, prolog)

const names = readdirSync(join(root, source)).filter((name) => name.endsWith('.rst'))
const pages = names.map((name) => source + name)
const known = new Set(pages)

/** Pages that are read, but not yet made. */
const waiting = new Map<string, {document: DocumentState; facts: PageFacts}>()
const dependencies = new Map<string, ReadonlySet<string>>()

function prepare(path: string): {document: DocumentState; facts: PageFacts} {
  const ready = waiting.get(path)
  if (ready) return ready
  const document = parseFile(path, prolog)
  const page = {document, facts: preparePage(document)}
  waiting.set(path, page)
  dependencies.set(path, document.dependencies)
  return page
}

const index = new PageIndex({
  read: (path) => (known.has(path) ? prepare(path).facts : undefined),
  readAll: () => {
    for (const path of pages) if (!index.has(path)) index.set(path, prepare(path).facts)
  },
})

/** Makes a page's mdast, hands it to `use` and forgets it. */
function make(path: string, use: (tree: object) => void): void {
  const {document, facts} = prepare(path)
  index.set(path, facts)
  linkPage(document, index)
  use(toMdast(document))
  waiting.delete(path)
}

let made = 0
for (const path of pages) make(path, () => made++)
const usage = process.resourceUsage()

/** A fragment that stands in many pages, but in no more than twenty. */
function commonFragment(): {fragment: string; users: string[]} {
  const users = new Map<string, string[]>()
  for (const [page, paths] of dependencies) {
    for (const path of paths) users.set(path, [...(users.get(path) ?? []), page])
  }
  const candidates = [...users].filter(([, list]) => list.length <= 20)
  const [fragment, list] = candidates.reduce((a, b) => (b[1].length > a[1].length ? b : a))
  return {fragment, users: list}
}

const {fragment, users} = commonFragment()
const before = performance.now()
files.delete(fragment)
for (const path of users) make(path, () => made++)

const result: ChefPagesResult = {
  pages: pages.length,
  cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
  peakMegabytes: usage.maxRSS / 1024,
  changedPages: users.length,
  changedMilliseconds: performance.now() - before,
}
process.stdout.write(JSON.stringify(result))
