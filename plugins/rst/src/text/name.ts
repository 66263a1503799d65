import {isSpace, words} from './whitespace.ts'

/** A reference name with white space collapsed, as it was written otherwise. */
export function collapseSpace(name: string): string {
  return isCollapsed(name) ? name : words(name).join(' ')
}

/** Whether the only white space in a name is single spaces between words, as it mostly is. */
function isCollapsed(name: string): boolean {
  let afterSpace = true
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const isBlank = code === 0x20
    if (isBlank ? afterSpace : isSpace(code)) return false
    afterSpace = isBlank
  }
  return !afterSpace
}

/** A reference name as names are compared: white space collapsed, without case. */
export function normalizeName(name: string): string {
  return collapseSpace(name.toLowerCase())
}

/** Letters that decompose into no ASCII letter, and what docutils makes of them in an id. */
const transliterations: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  ƀ: 'b',
  ƃ: 'b',
  ƈ: 'c',
  ƌ: 'd',
  ƒ: 'f',
  ƙ: 'k',
  ƚ: 'l',
  ƞ: 'n',
  ƥ: 'p',
  ƫ: 't',
  ƭ: 't',
  ƴ: 'y',
  ƶ: 'z',
  ǥ: 'g',
  ȥ: 'z',
  ȷ: 'j',
  ȼ: 'c',
  ɇ: 'e',
  ɉ: 'j',
  ɋ: 'q',
  ɍ: 'r',
  ɏ: 'y',
  ȿ: 's',
  ɀ: 'z',
  ß: 'sz',
  æ: 'ae',
  œ: 'oe',
  ȸ: 'db',
  ȹ: 'qp',
}

/**
 * docutils' `make_id`: an identifier that is valid in HTML, CSS and LaTeX alike: lower-case ASCII
 * letters, digits and single hyphens, starting with a letter. Empty if nothing is left.
 */
export function makeId(text: string): string {
  let id = text.toLowerCase()
  if (!isAscii(id)) id = toAscii(id)
  return words(id)
    .join(' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

function toAscii(text: string): string {
  let ascii = ''
  for (const letter of text) ascii += transliterations[letter] ?? letter
  return ascii.normalize('NFKD').replace(/[^\x00-\x7f]/g, '') // eslint-disable-line no-control-regex
}
