/**
 * docutils' roles, in the order of its reference. Sphinx' are in `sphinx/index.ts` and are handed
 * in by those who want them.
 */
import {code} from './code.ts'
import {
  abbreviation,
  acronym,
  emphasis,
  literal,
  strong,
  subscript,
  superscript,
  titleReference,
} from './generic.ts'
import {math} from './math.ts'
import {pepReference} from './pep-reference.ts'
import {raw} from './raw.ts'
import {rfcReference} from './rfc-reference.ts'
import type {RoleSpec} from './spec.ts'
import {unimplementedRoles} from './unimplemented.ts'

export const roles: readonly RoleSpec[] = [
  // Standard roles
  emphasis,
  literal,
  code,
  math,
  pepReference,
  rfcReference,
  strong,
  subscript,
  superscript,
  titleReference,
  // Not in the reference, but there
  abbreviation,
  acronym,
  // Specialized roles
  raw,
  // Reserved names
  ...unimplementedRoles,
]
