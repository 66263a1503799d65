import {alwaysBefore} from '../graph/index.ts'
import {openRoles} from '../machine/condition-roles.ts'
import type {Plan, PlanChoice} from '../model/plan.ts'
import type {Head} from '../model/runbook.ts'

/** The roles that every path to a step has bound, by its id; none for steps that no path leads to. */
export function rolesBefore(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  return alwaysBefore(plan, (_step, choice) => rolesGained(choice, plan.head))
}

/** The roles that are bound once a choice is taken. */
export function rolesGained({bindings, condition}: PlanChoice, head: Head): string[] {
  return [...bindings.map(({role}) => role), ...openRoles(condition, head, {})]
}
