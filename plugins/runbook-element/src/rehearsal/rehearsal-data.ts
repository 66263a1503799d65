import type {Plan} from '@handrail/runbook'
import type {RehearsedSystem} from '@handrail/runbook/rehearse'
import type {RehearsalTexts} from './texts.ts'

/** What a rehearsal reads of its site. */
export interface RehearsalSource {
  /** Every runbook, in the order in which a responder would reach for them. */
  readonly plans: readonly Plan[]
  readonly texts: RehearsalTexts
  /** Addresses of the runbooks' pages, by name. */
  readonly addresses: Readonly<Record<string, string>>
}

/** What a rehearsal on a page needs; loaded when it is begun. */
export interface RehearsalData extends RehearsalSource {
  readonly system: RehearsedSystem
  /** Level of the headings it brings, so that they fit among the page's. */
  readonly level: number
}

/** Loads the system on which runbooks are rehearsed. */
export type LoadSystem = () => Promise<RehearsedSystem>
