import type {DocumentState} from '../document.ts'

/**
 * A transform: one pass over a document. docutils' names and priorities: `applyTransforms` runs
 * the named ones by ascending priority, and pending elements at the priority of theirs.
 */
export interface Transform {
  readonly name: string
  readonly priority: number
  /** One or two sentences for the reference. */
  readonly doc: string
  apply(document: DocumentState): void
}
