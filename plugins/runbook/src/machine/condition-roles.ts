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
