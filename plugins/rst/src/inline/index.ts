/**
 * Inline markup, as one list per place in which it is looked for. docutils takes the leftmost
 * start; where two could start at the same character, the order below decides.
 */
import type {InlineConstruct} from './construct.ts'
import {emphasis} from './emphasis.ts'
import {footnoteReference} from './footnote-reference.ts'
import {inlineTarget} from './inline-target.ts'
import {interpreted} from './interpreted.ts'
import {literal} from './literal.ts'
import {pepReference} from './pep-reference.ts'
import {reference} from './reference.ts'
import {rfcReference} from './rfc-reference.ts'
import {standaloneUri} from './standalone-uri.ts'
import {strong} from './strong.ts'
import {substitutionReference} from './substitution-reference.ts'
import type {Implicit} from './inline-text.ts'

/** Markup with start-strings of its own. */
export const constructs: readonly InlineConstruct[] = [
  strong, // ** before *
  emphasis,
  literal, // `` before `
  reference, // before _`, which then is its end: it starts further left
  inlineTarget,
  substitutionReference,
  footnoteReference,
  interpreted, // `, also with a role before it; phrase references end it
]

/** What is recognised in the text that is left. */
export const implicit: readonly Implicit[] = [standaloneUri, pepReference, rfcReference]
