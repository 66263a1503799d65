import type {DocumentState} from '../document.ts'
import type {Element} from '../tree.ts'

/**
 * A transform: one pass over a document. docutils' names and priorities: `applyTransforms` runs
 * the named ones by ascending priority, and those that `pending` elements wait for.
 */
export interface Transform {
  readonly name: string
  readonly priority: number
  /** One or two sentences for the reference. */
  readonly doc: string
  /** `pending` are the elements that wait for this transform, in document order. */
  apply(document: DocumentState, pending: readonly Element[]): void
}
