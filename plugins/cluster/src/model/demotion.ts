import type {Refusal} from '@handrail/runbook'
import {failure, stateError} from './refusal.ts'
import type {Host} from './state.ts'

/**
 * `drbdadm secondary` (R4): refused while the device is open. The low bit of the current generation
 * goes, that of the bitmap's stays.
 */
export function demote(host: Host): Refusal | undefined {
  if (host.cs === 'Unconfigured') return failure('127')
  if (host.mounted) return stateError('-12')
  host.role = 'Secondary'
  if (host.disk !== 'Diskless') host.meta!.currentPrimary = false
  return undefined
}
