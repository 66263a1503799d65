import type {Message, Place} from '@handrail/rst'
import {checkMessage, type Severities} from './rules.ts'

/** A file that was read, with its text. */
export interface SourceFile {
  path: string
  text: string
}

/** A substitution where it is defined. */
export interface SubstitutionDefinition {
  name: string
  /** The rest of its line: `replace:: text`. */
  value: string
  place: Place
}

const definition = /^([ \t]*\.\. \|)([^|\s](?:[^|\n]*[^|\s])?)\|[ \t]+([\w-]+::.*)/gm
const definitionStart = /^[ \t]*\.\. \|[^|\s](?:[^|\n]*[^|\s])?\|[ \t]+[\w-]+::/gm
const use = /\\?\|([^|\s](?:[^|]*?[^|\s])?)\\?\|/g

/** What Sphinx defines for all pages: a site that stands in for it does so, used or not. */
const ofSphinx = new Set(['release', 'today', 'version'])

/**
 * Substitutions that nothing uses, and those that two substitution files define.
 *
 * @param files those in RST
 * @param texts these, and those in Markdown
 */
export function checkSubstitutions(
  files: readonly SourceFile[],
  texts: readonly SourceFile[],
  prolog: ReadonlySet<string>,
  severities: Severities = {},
): Message[] {
  const definitions = files.flatMap(definitionsIn)
  const used = new Set(texts.flatMap(({text}) => usesIn(text)))
  const unused = definitions
    .filter(({name}) => !used.has(keyOf(name)) && !ofSphinx.has(keyOf(name)))
    .flatMap(({name, place}) => checkMessage('unused-substitution', {name}, {place}, severities))
  const shared = definitions.filter(({place}) => prolog.has(place.file))
  return [...unused, ...repeated(shared, severities)]
}

/** The substitutions that a file in RST defines, in their order. */
export function definitionsIn({path, text}: SourceFile): SubstitutionDefinition[] {
  if (!text.includes('.. |')) return []
  let line = 1
  let at = 0
  return [...text.matchAll(definition)].map((match) => {
    const start = match.index + match[1]!.length
    for (; at < start; at++) if (text[at] === '\n') line++
    const column = match[1]!.length + 1
    const name = match[2]!
    const place = {file: path, line, column, endLine: line, endColumn: column + name.length}
    return {name, value: match[3]!.trim(), place}
  })
}

/** The names between pipes, without those that a definition begins with. */
function usesIn(text: string): string[] {
  if (!text.includes('|')) return []
  const names: string[] = []
  for (const paragraph of text.replace(definitionStart, '').split(/\n[ \t]*\n/)) {
    if (!paragraph.includes('|')) continue
    for (const line of [paragraph, ...paragraph.split('|').map((part) => `|${part}|`)]) {
      for (const [, name] of line.matchAll(use)) names.push(keyOf(name!))
    }
  }
  return names
}

function keyOf(name: string): string {
  return name.replace(/\s+/g, ' ').toLowerCase()
}

/** A second definition in another file; the parser tells of a second one in the same file. */
function repeated(
  definitions: readonly SubstitutionDefinition[],
  severities: Severities,
): Message[] {
  const firsts = new Map<string, Place>()
  return definitions.flatMap(({name, place}) => {
    const first = firsts.get(name)
    if (!first) firsts.set(name, place)
    if (!first || first.file === place.file) return []
    const values = {name, first: `${first.file}:${first.line}:${first.column}`}
    return checkMessage('repeated-substitution', values, {place}, severities)
  })
}

/**
 * Fragments that no page includes: files that lie in a folder of fragments that are included, and
 * have an ending that these have.
 *
 * @param used paths of all files that pages were made from
 * @param filesIn names of the files in a folder
 */
export function checkFragments(
  used: ReadonlySet<string>,
  pageFolder: string,
  filesIn: (folder: string) => string[],
  severities: Severities = {},
): Message[] {
  const endings = new Map<string, Set<string>>()
  for (const path of used) {
    if (path.startsWith(`${pageFolder}/`)) continue
    const [, folder, ending] = /^(.*)\/[^/]*?(\.\w+)$/.exec(path) ?? []
    if (folder === undefined) continue
    endings.set(folder, (endings.get(folder) ?? new Set()).add(ending!))
  }
  return [...endings].flatMap(([folder, known]) =>
    filesIn(folder).flatMap((name) => {
      const path = `${folder}/${name}`
      if (used.has(path) || !known.has(/\.\w+$/.exec(name)?.[0] ?? '')) return []
      const place = {file: path, line: 1, column: 1, endLine: 1, endColumn: 1}
      return checkMessage('unused-fragment', {path}, {place}, severities)
    }),
  )
}
