/**
 * Sphinx' roles, in the order of its reference. Handed to `parse` behind docutils' own, of which
 * they replace those of the same name.
 */
import type {RoleSpec} from '../spec.ts'
import {documentRoles} from './documents.ts'
import {domainRoles} from './domains.ts'
import {indexEntry} from './index-entry.ts'
import {inlineTextRoles} from './inline-text.ts'
import {standardRoles} from './standard.ts'
import {standardsRoles} from './standards.ts'
import {unknownRole} from './unknown.ts'

export const sphinxRoles: readonly RoleSpec[] = [
  // References
  ...documentRoles,
  ...standardRoles,
  ...domainRoles,
  ...standardsRoles,
  // Inline markup
  ...inlineTextRoles,
  indexEntry,
  // All others
  unknownRole,
]
