import type {Runbook} from '@handrail/runbook'
import type {Node} from 'unist'
import {substitute} from '../src/glyph/substitute.ts'
import type {Covers, HandbookPage} from '../src/index.ts'

/** What a tree says, run by run, in its order; what is printed at the foot of pages apart. */
export interface Said {
  readonly runs: string[]
  readonly notes: string[]
}

interface AnyNode extends Node {
  readonly name?: string
  readonly value?: string
  readonly children?: readonly AnyNode[]
  readonly attributes?: readonly {readonly name?: string; readonly value?: unknown}[] | object
}

/** Nodes that say nothing to a reader, on the site neither. */
const silent = new Set([
  ...['yaml', 'toml', 'definition', 'comment', 'indexEntry', 'anchor'],
  ...['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'image', 'imageReference'],
])

/** What makes a quotation an alert; its title is printed instead. */
const alert = /^\[!\w+\]/

/** How far, in characters without white space, words may stand from those before them. */
const near = 2500
/** So near that they are no others by chance. */
const close = 150
/** How many characters of a run are enough to know it by. */
const sample = 60

/** Runs of text of a tree, in order. Written without the handlers of print, which it judges. */
function saidBy(tree: Node): Said {
  const said: Said = {runs: [], notes: []}
  hear(tree as AnyNode, said, said.runs)
  return said
}

function hear(node: AnyNode, said: Said, runs: string[]): void {
  if (silent.has(node.type)) return
  if (node.type === 'code') return void runs.push(...(node.value ?? '').split('\n'))
  if (node.type === 'html') return void runs.push(...htmlText(node.value ?? ''))
  if (node.value !== undefined) return void runs.push(node.value.replace(alert, ''))
  runs.push(...labels(node))
  const to = node.type === 'footnoteDefinition' ? said.notes : runs
  node.children?.forEach((child) => hear(child, said, to))
}

/** The text between the tags of raw HTML. */
function htmlText(html: string): string[] {
  const unsaid = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?(?:<\/\1>|$)/g
  return html.replace(unsaid, '').split(/<[^>]*>|&\w+;/)
}

/** Words of an element that stand in its attributes: the name of a tab, the title of a note. */
function labels({type, name, attributes}: AnyNode): string[] {
  if (!type.startsWith('mdxJsx') || !Array.isArray(attributes)) return []
  const wanted = name === 'TabItem' ? 'label' : name === 'Admonition' ? 'title' : undefined
  const found = attributes.find((attribute) => wanted !== undefined && attribute.name === wanted)
  return typeof found?.value === 'string' ? [found.value] : []
}

/** What a page says; a runbook is set anew in print, so its model is asked. */
export function saidByPage({root, title}: HandbookPage, runbook?: Runbook): Said {
  if (runbook) return saidByRunbook(runbook)
  const {runs, notes} = saidBy(root)
  const first = root.children.find((child) => child.type === 'heading')
  return {runs: first?.depth === 1 ? runs : [title, ...runs], notes}
}

/** Commands are printed with their guards and are no part of this: see the tests of copying. */
function saidByRunbook({title, intro, steps}: Runbook): Said {
  const runs = (nodes: readonly Node[]) =>
    nodes.filter(({type}) => type !== 'code').flatMap((node) => saidBy(node).runs)
  const ofSteps = steps.flatMap((step) => [
    step.title,
    ...runs(step.body),
    ...step.choices.flatMap(({label}) => runs(label)),
  ])
  return {runs: [title, ...runs(intro), ...ofSteps], notes: []}
}

/**
 * The words of pages that are missing in the text of their PDF, or stand there in another order.
 * White space, hyphens and case do not count: print breaks
 * lines, and sets some titles in capitals. Between two words there may be what
 * print adds, such as the head of a page, or the notes at its foot.
 *
 * @param text of the PDF, in the order of its content
 */
export function lostWords(
  pages: readonly Said[],
  text: string,
  covers: Covers = () => true,
): string[] {
  const printed = squeezed(text)
  const shown = (run: string) => substitute(run.replace(/\s+/g, ' '), covers).text
  const lost: string[] = []
  let at = startOf(pages, printed)
  for (const {runs, notes} of pages) {
    const wanted = runs.map(shown)
    wanted.forEach((run, index) => {
      const next = wanted
        .slice(index + 1, index + 9)
        .map(squeezed)
        .filter(Boolean)
      at = find(run, next.slice(0, 3), printed, at, lost)
    })
    for (const note of notes.map(shown)) findNote(note, printed, lost)
  }
  return lost
}

/** A note stands at the foot of whatever page refers to it. */
function findNote(note: string, printed: string, lost: string[]): void {
  const words = note.split(/\s+/).map(squeezed)
  if (printed.includes(words.join(''))) return
  lost.push(...words.filter((word) => findWord(word, printed, 0, printed.length) < 0))
}

/** Where the first page begins: two runs follow each other there, as headings in the contents never do. */
function startOf(pages: readonly Said[], printed: string): number {
  const runs = pages.flatMap((page) => page.runs).map(squeezed)
  let before = 0
  for (const [index, run] of runs.entries()) {
    const pair = run + (runs[index + 1] ?? '')
    const at = pair.length >= sample && pair !== run ? printed.indexOf(pair) : -1
    if (at >= 0) return Math.max(0, at - before - 200)
    before += run.length
  }
  return 0
}

/** Looks for a run after a place, and answers where it ends; its lost words are listed. */
function find(
  run: string,
  next: readonly string[],
  printed: string,
  from: number,
  lost: string[],
): number {
  const wanted = squeezed(run)
  const at = placeOf(wanted, next, printed, from)
  if (at >= 0) return at + wanted.length
  let to = from
  let reach = close
  // The run goes on at the next page, or something stands in it.
  const missing = run.split(/\s+/).filter((word) => {
    const end = findWord(squeezed(word), printed, to, reach)
    if (end >= 0) [to, reach] = [end, near]
    return end < 0
  })
  lost.push(...missing)
  // Words that were found without their neighbours may be others.
  return missing.length === 0 ? to : from
}

/** The first place of these words that is close by, or where the runs that are next follow them. */
function placeOf(words: string, next: readonly string[], printed: string, from: number): number {
  const area = printed.slice(from, from + near + words.length)
  for (let at = area.indexOf(words); at >= 0; at = area.indexOf(words, at + 1)) {
    const end = from + at + words.length
    if (at <= close || isFollowed(printed.slice(end, end + near / 2), next)) return from + at
  }
  return -1
}

function isFollowed(area: string, next: readonly string[]): boolean {
  let at = 0
  return next.every((run) => {
    const start = run.slice(0, sample)
    const found = area.indexOf(start, at)
    at = found + start.length
    return found >= 0
  })
}

/** Where a word ends, which may be divided between two lines or pages; -1 if it is not there. */
function findWord(word: string, printed: string, from: number, reach: number): number {
  const area = printed.slice(from, from + reach + word.length)
  const at = area.indexOf(word)
  if (at >= 0) return from + at + word.length
  for (let cut = word.length - 1; cut > 0; cut--) {
    const start = area.indexOf(word.slice(0, cut))
    const rest = from + start + cut
    const end = start < 0 ? -1 : printed.slice(rest, rest + near).indexOf(word.slice(cut))
    if (end >= 0) return rest + end + word.length - cut
  }
  return -1
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toLowerCase()
}
