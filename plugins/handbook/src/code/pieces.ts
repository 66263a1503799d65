/**
 * How good a place is to break a line of code after a piece. `weak` ones are inside a word and
 * used only where the word alone is wider than the line.
 */
const strength = {weak: 0, punctuation: 1, space: 2, operator: 3} as const

type Strength = (typeof strength)[keyof typeof strength]

/** A part of a line that stays together. */
export interface Piece {
  readonly text: string
  /** The break after it. */
  readonly strength: Strength
}

const shells = /^(?:sh|bash|shell|shellscript|zsh|console|shell-session)$/
/**
 * A word with the mark it ends in, which may be doubled (`::`, `&&`), and the white space after it.
 * A mark that a word begins with belongs to it: `/etc`.
 */
const piece = /[/,;:=&?|]*[^\s/,;:=&?|]+(?:(?::\/\/|([/,;:=&?|])\1*)\s*|\s+)?|[/,;:=&?|]+\s*|\s+/g
const longWord = 24

/**
 * Cuts a line of code at every place where it may be broken: after white space, then after
 * `/ , ; : = & ? |`, never after a hyphen. The pieces joined are the line. In a shell the breaks
 * after `&&`, `||`, `|`, `;` and `{` come first: pasted with the line end, the command still runs
 * as one.
 */
export function pieces(line: string, language = ''): Piece[] {
  const indentation = /^\s*/.exec(line)![0]
  const body = line.slice(indentation.length)
  const shell = shells.test(language)
  const cut = (body.match(piece) ?? []).flatMap((text) => cutLong(text, shell))
  if (cut.length === 0) return indentation ? [{text: indentation, strength: strength.space}] : []
  return [{text: indentation + cut[0]!.text, strength: cut[0]!.strength}, ...cut.slice(1)]
}

function cutLong(text: string, shell: boolean): Piece[] {
  const last = strengthAfter(text, shell)
  if (columns(text.trimEnd()) <= longWord) return [{text, strength: last}]
  const words = weakWords(text)
  return words.map((word, index) => ({
    text: word,
    strength: index === words.length - 1 ? last : strength.weak,
  }))
}

function strengthAfter(text: string, shell: boolean): Strength {
  if (shell && /(?:^|[^&|;])(?:&&|\|\|?|;|\{)\s+$/.test(text)) return strength.operator
  if (/\s$/.test(text)) return strength.space
  return /[/,;:=&?|]$/.test(text) ? strength.punctuation : strength.weak
}

/** Cuts a long word, at its joints if it has any; not beside a hyphen, which might be misread. */
function weakWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  const characters = [...text]
  characters.forEach((character, index) => {
    word += character
    const next = characters[index + 1]
    if (next === undefined || /[-\s]/.test(character + next)) return
    const width = columns(word)
    if (width >= 20 || (width >= 8 && /[_.)\]}>]/.test(character))) {
      words.push(word)
      word = ''
    }
  })
  return word === '' ? words : [...words, word]
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Columns a text takes in a font of one width; characters of East Asia take two. */
export function columns(text: string): number {
  let count = 0
  for (const character of text) count += wide.test(character) ? 2 : 1
  return count
}

/** Replaces tabs by the spaces that lead to the next tab stop, eight columns apart. */
export function expandTabs(line: string): string {
  let expanded = ''
  for (const part of line.split(/(\t)/))
    expanded += part === '\t' ? ' '.repeat(8 - (columns(expanded) % 8)) : part
  return expanded
}

/** A part of inline code: `whole` ones must not be broken, others only where any engine would. */
export interface InlinePiece {
  readonly text: string
  readonly whole: boolean
}

/**
 * Cuts inline code where a line of text may break: as `pieces`, and within a word only if the word
 * is wider than `most` columns. Only what holds a hyphen, or is long, has to be kept whole; the
 * rest is joined, for there an engine breaks only after spaces and slashes.
 */
export function inlinePieces(code: string, most: number): InlinePiece[] {
  const parts: InlinePiece[] = []
  const add = (text: string): void => {
    const word = text.trimEnd()
    const whole = word.includes('-') || columns(word) > longWord
    if (whole && word !== text) {
      add(word)
      return add(text.slice(word.length))
    }
    const last = parts.at(-1)
    const joins = last && !whole && !last.whole && columns(last.text + text) <= 2 * longWord
    if (joins) parts.splice(-1, 1, {text: last.text + text, whole})
    else parts.push({text, whole})
  }
  for (const word of strongPieces(code)) {
    if (columns(word) <= most) add(word)
    else weakWords(word).forEach(add)
  }
  return parts
}

/** The pieces between breaks that are not weak. */
function strongPieces(code: string): string[] {
  const words: string[] = []
  let word = ''
  for (const {text, strength: after} of pieces(code)) {
    word += text
    if (after === strength.weak) continue
    words.push(word)
    word = ''
  }
  return word === '' ? words : [...words, word]
}
