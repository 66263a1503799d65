import type {SystemReader} from '@handrail/runbook'
import type {Session} from '../session.ts'
import type {SessionPlace} from '../session-place.ts'
import type {Words} from '../words.ts'

/** Loads what reads pasted output. */
export type LoadReader = () => Promise<Pick<SystemReader, 'read'>>

/** What a panel below the step works with. */
export interface PanelContext {
  readonly session: Session
  readonly place: SessionPlace
  readonly words: Words
  readonly loadReader: LoadReader | undefined
}

/** Draws a panel; it is drawn anew whenever it is opened. */
export type Panel = (context: PanelContext) => HTMLElement
