import type {Nodes, Paragraph, Parents, Root, RootContent} from 'mdast'
import {complainAbout} from './complain.ts'
import {resolveFrontMatter} from './front-matter.ts'
import {nestHeadings, sectionDepths} from './headings.ts'
import {include, type Included} from './include.ts'
import {type Part, rangeOf, type Reading} from './part.ts'
import {footnoteLabels, separateFootnotes} from './references.ts'
import {runbookReference} from './runbook.ts'
import {checkTables} from './tables.ts'
import {resolveTokens} from './tokens.ts'
import {directiveParagraphs, type WrittenDirective} from './written-directive.ts'

/** A paragraph of directives, and the fragments that come in its place. */
interface Replacement {
  paragraph: Paragraph
  sectionDepth: number
  fragments: Root[]
}

/** A part with what its directives bring, before anything is moved. */
interface Expansion {
  part: Part
  replacements: Replacement[]
}

/**
 * Resolves a page in place: first all includes are read, so that tokens know the definitions of
 * every fragment; then each part's tokens are resolved while positions still tell where they
 * stand; then fragments take their places, the innermost first.
 */
export function resolveMarkdown(page: Part, reading: Reading): void {
  const expansions = expand(page, reading)
  resolveFrontMatter(page, reading)
  for (const {part, replacements} of expansions) {
    resolveTokens(part, reading, new Set(replacements.map(({paragraph}) => paragraph)))
  }
  const labels = footnoteLabels(page.tree)
  for (const {part, replacements} of expansions) join(part, replacements, labels, reading)
}

/** The expansions of a part and of all it includes: those of its fragments before its own. */
function expand(part: Part, reading: Reading): Expansion[] {
  checkTables(part, reading)
  const paragraphs = directiveParagraphs(part.tree, part)
  const depths = sectionDepths(part.tree, paragraphs)
  const expansions: Expansion[] = []
  const replacements: Replacement[] = []
  for (const [paragraph, directives] of paragraphs) {
    const fragments: Root[] = []
    for (const directive of directives) {
      const included = run(directive, part, reading)
      if (!included) continue
      if ('part' in included) expansions.push(...expand(included.part, reading))
      fragments.push('part' in included ? included.part.tree : included.tree)
    }
    replacements.push({paragraph, sectionDepth: depths.get(paragraph) ?? 0, fragments})
  }
  expansions.push({part, replacements})
  return expansions
}

function run(directive: WrittenDirective, part: Part, reading: Reading): Included | undefined {
  const {name, argument, strays, range} = directive
  for (const stray of strays) complainAbout('text-after-directive', {name}, stray, part, reading)
  if (name !== 'include' && name !== 'runbook' && name !== 'rehearsal') {
    return void complainAbout('directive-in-markdown', {name}, range, part, reading)
  }
  if (name === 'rehearsal') return {tree: runbookReference(directive, part, reading)}
  if (argument === '') return void complainAbout('directive-argument', {name}, range, part, reading)
  if (name === 'include') return include(directive, part, reading)
  return {tree: runbookReference(directive, part, reading)}
}

/** Puts fragments in the place of the paragraphs that asked for them. */
function join(
  part: Part,
  replacements: readonly Replacement[],
  labels: Set<string>,
  reading: Reading,
): void {
  const contents = new Map<Nodes, RootContent[]>()
  for (const {paragraph, sectionDepth, fragments} of replacements) {
    for (const fragment of fragments) {
      separateFootnotes(fragment, labels)
      for (const {depth} of nestHeadings(fragment, sectionDepth)) {
        const values = {depth: String(depth + 1)}
        complainAbout('heading-depth', values, rangeOf(paragraph), part, reading)
      }
    }
    const nodes = fragments.flatMap(({children}) => children)
    contents.set(paragraph, nodes)
  }
  replaceIn(part.tree, contents)
}

function replaceIn(parent: Parents, contents: ReadonlyMap<Nodes, RootContent[]>): void {
  const children: Nodes[] = parent.children
  const affected = children.some((child) => contents.has(child))
  for (const child of children) {
    if ('children' in child && !contents.has(child)) replaceIn(child, contents)
  }
  if (!affected) return
  parent.children = children.flatMap((child) => contents.get(child) ?? [child]) as never
}
