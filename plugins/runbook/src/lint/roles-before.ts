import {alwaysBefore} from '../graph/index.ts'
import {openRoles} from '../machine/condition-roles.ts'
import type {Plan} from '../model/plan.ts'

/** The roles that every path to a step has bound, by its id; none for steps that no path leads to. */
export function rolesBefore(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  return alwaysBefore(plan, (_step, {bindings, condition}) => [
    ...bindings.map(({role}) => role),
    ...openRoles(condition, plan.head, {}),
  ])
}
