import type {Moment} from '../moment.ts'

/** What every runbook has to hold in every state it covers. */
export interface Property {
  readonly id: string
  /** A few words, for tables. */
  readonly title: string
  /** What it says, and why. */
  readonly doc: string
  /** What is wrong at this moment, in one sentence; nothing if the property holds. */
  judge(moment: Moment): string | undefined
}
