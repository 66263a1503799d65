import type {StepRef, SystemReader} from '@handrail/runbook'
import type {Part} from '../names-bar.ts'
import type {Session} from '../session.ts'
import type {SessionPlace} from '../session-place.ts'
import type {Words} from '../words.ts'

/** Loads what reads pasted output. */
export type LoadReader = () => Promise<Pick<SystemReader, 'read'>>

/** The panels that can be opened beside or below a step. */
export type PanelName = 'misfit' | 'paste' | 'log' | 'map' | 'handover' | 'help'

/** What a panel works with. */
export interface PanelContext {
  readonly session: Session
  readonly place: SessionPlace
  readonly words: Words
  readonly loadReader: LoadReader | undefined
  /** Opens another panel and moves the focus into it. */
  open(name: PanelName): void
  /** Moves the focus to an answer of the step. */
  goToAnswer(choice: string): void
  /** Opens the list of what has been decided. */
  showTrail(): void
  /** Leaves for the runbook that sorts out what is wrong, with the hosts and the log. */
  leaveFor(target: StepRef): void
  /** Title of another runbook, where it is known. */
  titleOf(runbook: string): string | undefined
  /** Where to go if nothing fits. */
  readonly misfit: StepRef | undefined
}

/** Draws a panel once; it is brought up to date whenever the session changes while it is open. */
export type Panel = (context: PanelContext) => Part
