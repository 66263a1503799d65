/**
 * What a site of 335 pages takes: from RST, and from the same content as Markdown with Docusaurus'
 * own plugins. From nothing, again, and again after one shared fragment changed. Run it on a quiet
 * machine with `npx tsx bench/site-build.ts [rounds]`; it needs HANDRAIL_CONFORMANCE.
 */
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {chefSites, filesWithWords, sharedWords} from './chef-sites.ts'
import {buildSite, forgetBuilds} from './docusaurus-run.ts'

/** What the product is held to: CPU in parts of that of Markdown. */
const limits = {cold: 1.1, warm: 1, changed: 1}
const rounds = Number(process.argv[2] ?? 3)

const after = 'manage clusters of every size'

type Kind = keyof typeof limits
type Content = 'rst' | 'markdown'

const sites = chefSites()
const taken = new Map<string, number[]>()
try {
  for (let round = 0; round < rounds; round++) {
    for (const content of ['rst', 'markdown'] as const) measure(content)
  }
} finally {
  rmSync(sites.folder, {recursive: true})
}
for (const kind of ['cold', 'warm', 'changed'] as const) process.stdout.write(line(kind))

function measure(content: Content): void {
  const folder = sites[content]
  forgetBuilds(folder)
  note(content, 'cold', buildSite(folder).cpu)
  note(content, 'warm', buildSite(folder).cpu)
  const files = filesWithWords(content, sites)
  for (const file of files) replace(file, sharedWords, after)
  note(content, 'changed', buildSite(folder).cpu)
  for (const file of files) replace(file, after, sharedWords)
}

function replace(file: string, before: string, after: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(before, after))
}

function note(content: Content, kind: Kind, cpuSeconds: number): void {
  const key = `${content} ${kind}`
  taken.set(key, [...(taken.get(key) ?? []), cpuSeconds])
}

function best(content: Content, kind: Kind): number {
  return Math.min(...taken.get(`${content} ${kind}`)!)
}

function line(kind: Kind): string {
  const [rst, markdown] = [best('rst', kind), best('markdown', kind)]
  const share = rst / markdown
  if (share > limits[kind]) process.exitCode = 1
  return (
    `${kind.padEnd(8)} RST ${rst.toFixed(1)} s CPU, Markdown ${markdown.toFixed(1)} s: ` +
    `${share.toFixed(2)} times, limit ${limits[kind]}\n`
  )
}
