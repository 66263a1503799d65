/** The measured part of chef-pages.ts; the first argument is the folder of the corpus. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  directives,
  type FileRequest,
  type LoadedFile,
  PageSet,
  readCommonText,
  roles,
  sphinxDirectives,
  sphinxRoles,
} from '@handrail/rst'
import {expectShortRun} from '../plugins/cli/src/short-run.ts'
import type {ChefPagesResult} from './chef-pages.ts'

expectShortRun() // as `handrail tree` does

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
const prolog = swaps.flatMap((name) => {
  const file = load({path: `swaps/${name}.txt`})
  return 'text' in file ? [file] : []
})
const names = readdirSync(join(root, source)).filter((name) => name.endsWith('.rst'))
const pages = new PageSet(
  names.map((name) => source + name),
  {...options, ...readCommonText({prolog}, options)},
)

/** Reads pages and drops their trees; the paths of the pages read. */
function readAndDrop(paths?: readonly string[]): string[] {
  const read: string[] = []
  for (const {path} of pages.read(paths)) read.push(path)
  return read
}

const made = readAndDrop()
const usage = process.resourceUsage()

/** In how many pages the fragments stand that are changed; the one with the most comes first. */
const spread = [20, 10, 5, 1]

/** A fragment that stands in as many pages as possible, but in no more than `most`. */
function commonFragment(most: number): string {
  const candidates = [...files.keys()].map((file) => ({file, count: pages.readersOf(file).length}))
  const allowed = candidates.filter(({count}) => count <= most)
  return allowed.reduce((a, b) => (b.count > a.count ? b : a)).file
}

function change(fragment: string): {pages: number; milliseconds: number} {
  const before = performance.now()
  files.delete(fragment)
  const changed = readAndDrop(pages.readersOf(fragment))
  return {pages: changed.length, milliseconds: performance.now() - before}
}

const result: ChefPagesResult = {
  pages: made.length,
  cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
  peakMegabytes: usage.maxRSS / 1024,
  changes: spread.map(commonFragment).map(change),
}
process.stdout.write(JSON.stringify(result))
