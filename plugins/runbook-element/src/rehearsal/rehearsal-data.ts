import type {Plan} from '@handrail/runbook'
import type {RehearsedSystem} from '@handrail/runbook/rehearse'
import type {RehearsalTexts} from './texts.ts'

/** What a rehearsal on a page needs; loaded when it is started. */
export interface RehearsalData {
  readonly system: RehearsedSystem
  /** Every runbook, in the order in which a responder would reach for them. */
  readonly plans: readonly Plan[]
  readonly texts: RehearsalTexts
  /** Addresses of the runbooks' pages, by name. */
  readonly addresses: Readonly<Record<string, string>>
}

export type LoadRehearsal = () => Promise<RehearsalData>
