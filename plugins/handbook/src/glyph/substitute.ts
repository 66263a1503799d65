import type {Covers} from '../book.ts'

/** Byte order marks, which no text may hold. */
const removed = '\ufeff'
/** Characters that no text may hold, though some fonts have glyphs for them. */
const refused = /^[\p{Co}\p{Cc}]$/u
/** Characters that leave no mark: joiners, selectors, direction marks, the soft hyphen. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u

export interface Substituted {
  readonly text: string
  /** The characters that were replaced, each once. */
  readonly missing: readonly string[]
}

/**
 * Replaces every character that no font has by its code point in brackets: PDF/UA-1 refuses a
 * missing glyph, PDF/A a character for private use, and a reader is better served by `[U+0F40]`
 * than by an empty box.
 */
export function substitute(text: string, covers: Covers): Substituted {
  // Nearly every text is printable ASCII.
  if (/^[\n\x20-\x7e]*$/.test(text)) return {text, missing: []}
  const missing = new Set<string>()
  let substituted = ''
  for (const character of text) {
    if (character === removed) continue
    if (isPrintable(character, covers)) substituted += character
    else {
      missing.add(character)
      substituted += `[${codePointName(character)}]`
    }
  }
  return {text: substituted, missing: [...missing]}
}

function isPrintable(character: string, covers: Covers): boolean {
  if (character === '\n' || character === '\t') return true
  if (refused.test(character)) return false
  return invisible.test(character) || covers(character.codePointAt(0)!)
}

/** `U+1F9FF` */
export function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
