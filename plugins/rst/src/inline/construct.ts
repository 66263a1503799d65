import type {InlineText} from './inline-text.ts'

/** One kind of inline markup. */
export interface InlineConstruct {
  readonly name: string
  /** The character at which it is noticed. */
  readonly trigger: string
  /**
   * Where the construct that is noticed at `at` begins, or -1 if there is none. Looks at the
   * characters around only: whether it ends anywhere is for `parse` to find out.
   */
  readonly recognise: (inline: InlineText, at: number) => number
  /** Makes nodes and messages of it; returns the index to read on from. */
  readonly parse: (inline: InlineText, start: number, at: number) => number
}
