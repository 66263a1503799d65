import type {IncludePlace} from '@handrail/check'

/** A line of a file, and where the cursor is in it. */
export interface LineContext {
  place: IncludePlace
  text: string
  /** Counts from 0. */
  column: number
}
