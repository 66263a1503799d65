import {existsSync, readFileSync} from 'node:fs'
import {type Verification, parseVerification} from '@handrail/runbook/verified'

/** What a `verified.json` keeps; nothing where there is none. */
export function keptVerification(file: string): Verification | undefined {
  return existsSync(file) ? parseVerification(readFileSync(file, 'utf8')) : undefined
}
