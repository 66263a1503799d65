/** What a token of code is, as far as black and white can tell it. */
export type TokenKind = 'plain' | 'comment' | 'keyword' | 'string' | 'name' | 'added' | 'removed'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

/**
 * Splits code into lines of tokens; the texts of a line's tokens are the line. `undefined` if the
 * language is not known.
 */
export type Highlight = (
  code: string,
  language: string,
) => readonly (readonly Token[])[] | undefined
