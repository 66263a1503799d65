import type {Message, PageFacts} from '@handrail/rst'
import type {Root} from 'mdast'
import type {PageReading} from './page.ts'
import type {Question} from './recording-index.ts'

/** A page without its tree, with what is to be known of that. */
export interface PageRecord<Gist> extends Omit<PageReading, 'tree'> {
  gist: Gist
}

/** How pages are remembered from one process to the next: one that has not changed is not read again. */
export interface Memory<Gist> {
  /**
   * What is at an absolute path, in words that change when it does; `undefined` if a change might
   * not show in them.
   */
  versionOf(path: string): string | undefined
  /** What is to be known of the tree of a page: plain data, as all that is remembered. */
  gistOf(tree: Root, path: string): Gist
  /** What an earlier process has left; it is believed as far as the files still are what they were. */
  recalled?: Memories<Gist> | undefined
}

/** What one process leaves to the next: plain data. */
export interface Memories<Gist> {
  pages: ReadonlyMap<string, RememberedPage<Gist>>
  prolog: RememberedProlog | undefined
}

export interface RememberedPage<Gist> {
  record: Omit<PageRecord<Gist>, 'text' | 'files'>
  versions: Versions
  facts: PageFacts
  /** What it asked of other pages; the answers are in the record. */
  questions: readonly Question[]
}

/** What is wrong with the substitution files. */
export interface RememberedProlog {
  messages: Message[]
  versions: Versions
}

/** All files that something was made of or that were looked for in vain, each as it was then. */
export type Versions = ReadonlyMap<string, string | undefined>

/** Whether files still are what they were. */
export function areUnchanged(
  versions: Versions,
  {versionOf}: Pick<Memory<unknown>, 'versionOf'>,
): boolean {
  for (const [path, version] of versions) {
    if (version === undefined || versionOf(path) !== version) return false
  }
  return true
}
