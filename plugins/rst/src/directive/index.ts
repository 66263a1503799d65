/**
 * docutils' directives, in the order of its reference. Sphinx' are in `sphinx/index.ts` and are
 * handed in by those who want them.
 */
import {include} from './include.ts'
import {note} from './admonition.ts'
import type {DirectiveSpec} from './spec.ts'

export const directives: readonly DirectiveSpec[] = [
  // Admonitions
  note,
  // Miscellaneous
  include,
]
