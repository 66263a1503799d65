/** docutils' roles, in the order of its reference. */
import {emphasis} from './emphasis.ts'
import type {RoleSpec} from './spec.ts'

export const roles: readonly RoleSpec[] = [emphasis]
