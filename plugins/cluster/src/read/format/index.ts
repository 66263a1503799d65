import type {Format} from '../finding.ts'
import {chef} from './chef.ts'
import {drbdadm} from './drbdadm.ts'
import {drbdStatus} from './drbd-status.ts'
import {logs} from './logs.ts'
import {procDrbd} from './proc-drbd.ts'
import {system} from './system.ts'

/**
 * Everything that is read, the more particular first: where two formats understand the same text,
 * the earlier one keeps it.
 */
export const formats: readonly Format[] = [
  ...chef,
  ...procDrbd,
  ...drbdStatus,
  ...logs,
  ...drbdadm,
  ...system,
]
