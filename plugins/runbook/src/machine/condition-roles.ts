import type {Condition} from '../model/condition.ts'
import type {Head} from '../model/runbook.ts'

/**
 * The roles a condition speaks of that are not bound yet, each once: as WHO, or as the value of a
 * term (`cluster: newer=SURVIVOR`).
 */
export function openRoles(
  condition: Condition | undefined,
  {roles}: Pick<Head, 'roles'>,
  bound: Readonly<Record<string, string>>,
): string[] {
  if (condition?.kind !== 'terms') return []
  const named = condition.terms.flatMap(({who, values}) => [
    ...(who.kind === 'role' ? [who.name] : []),
    ...values.filter((value) => roles.includes(value)),
  ])
  return [...new Set(named)].filter((role) => bound[role] === undefined)
}

type Roles = Readonly<Record<string, string>>

/** Every way in which roles can be hosts. */
export function assignments(roles: readonly string[], hosts: readonly string[]): Roles[] {
  return roles.reduce<Roles[]>(
    (all, role) => all.flatMap((one) => hosts.map((host) => ({...one, [role]: host}))),
    [{}],
  )
}

/** The same where roles are different hosts, as far as there are hosts enough. */
export function distinctAssignments(roles: readonly string[], hosts: readonly string[]): Roles[] {
  const all = assignments(roles, hosts)
  if (roles.length > hosts.length) return all
  return all.filter((one) => new Set(Object.values(one)).size === roles.length)
}
