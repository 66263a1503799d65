import type {Plan} from '../model/plan.ts'
import type {Verification, VerifiedRunbook} from './verification.ts'

/** Reads the file that `handrail verify --write` makes; undefined if it is no such file. */
export function parseVerification(text: string): Verification | undefined {
  try {
    const data = JSON.parse(text) as Partial<Verification> | null
    return Array.isArray(data?.runbooks) ? (data as Verification) : undefined
  } catch {
    return undefined
  }
}

/** What was found about this very version of a runbook; nothing if it has changed since. */
export function findingsOf(
  verification: Verification,
  {name, version}: Pick<Plan, 'name' | 'version'>,
): VerifiedRunbook | undefined {
  return verification.runbooks.find((one) => one.runbook === name && one.version === version)
}
