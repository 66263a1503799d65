import type {Texts} from '../texts.ts'

/** The texts of a page, and the live region that says what happened. */
export interface Words {
  readonly texts: Texts
  say(sentence: string): void
}
