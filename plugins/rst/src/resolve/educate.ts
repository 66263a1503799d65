import {spaceClass} from '../text/whitespace.ts'
import {type QuoteMarks, quoteMarks} from './quote-marks.ts'

/**
 * Puts typographic quotation marks, dashes and dots in the place of ASCII ones, by docutils'
 * rules. `before` is the character in front of the text. What the author escaped (a NUL stands
 * before it) stays as it is.
 */
export function educate(text: string, before: string, language: string): string {
  const hidden = text.replace(escapes, (_, character: string) => hide(character))
  const dashed = hidden
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('...', '…')
    .replaceAll('. . .', '…')
  const context = before === '"' || before === "'" ? ';' : before
  const quoted = educateQuotes(context + dashed, quoteMarks(language), language)
  return quoted.slice(context.length).replace(hiddenCharacters, show)
}

/** Characters that mean something here; escaped ones stand in the private use area meanwhile. */
const escapable = '-\\\'".`'
const escapes = /\0([-\\'".`])/g
const hiddenCharacters = /[\ue000-\ue005]/g

function hide(character: string): string {
  return String.fromCharCode(0xe000 + escapable.indexOf(character))
}

function show(hidden: string): string {
  return `\0${escapable[hidden.charCodeAt(0) - 0xe000]}`
}

const apostrophe = '’'
const word = '[\\p{L}\\p{N}_]'
const punctuation = '[\\-!" #$%\'()*+,./:;<=>?@\\[\\\\\\]\\^_`{\\|}~]'
const opening = '[(\\[{\\-–—]'
const gap = `[${spaceClass}\\u200b\\u200c(\\[{\\-–—]`
const notAfterSpace = `(?<![${spaceClass}])`

const patterns = {
  primaryThenSecondary: new RegExp(`"'(?=${word})`, 'gu'),
  secondaryThenPrimary: new RegExp(`'"(?=${word})`, 'gu'),
  lonelySecondary: new RegExp(`(${opening})'(?=${punctuation}? )`, 'gu'),
  lonelyPrimary: new RegExp(`(${opening})"(?=${punctuation}? )`, 'gu'),
  decade: /'(?=\p{Nd}{2}s)/gu,
  openingSecondary: new RegExp(`(${gap})'(?=${word}|${punctuation})`, 'gu'),
  apostrophe: new RegExp(`(?<=${word})'(?=${word})`, 'gu'),
  closingSecondary: new RegExp(`${notAfterSpace}'`, 'gu'),
  openingPrimary: new RegExp(`(${gap})"(?=${word}|${punctuation})`, 'gu'),
  closingPrimary: new RegExp(`${notAfterSpace}"|"(?=[${spaceClass}])`, 'gu'),
}

function educateQuotes(text: string, marks: QuoteMarks, language: string): string {
  if (!/['"]/.test(text)) return text
  const {openPrimary, closePrimary, openSecondary, closeSecondary} = marks
  let result = text
    .replace(patterns.primaryThenSecondary, openPrimary + openSecondary)
    .replace(patterns.secondaryThenPrimary, openSecondary + openPrimary)
    .replace(patterns.lonelySecondary, `$1${closeSecondary}`)
    .replace(patterns.lonelyPrimary, `$1${closePrimary}`)
  if (language.startsWith('en')) result = result.replace(patterns.decade, apostrophe) // the ’80s
  result = result.replace(patterns.openingSecondary, `$1${openSecondary}`)
  if (closeSecondary !== apostrophe) result = result.replace(patterns.apostrophe, apostrophe)
  return result
    .replace(patterns.closingSecondary, closeSecondary)
    .replaceAll("'", openSecondary)
    .replace(patterns.openingPrimary, `$1${openPrimary}`)
    .replace(patterns.closingPrimary, closePrimary)
    .replaceAll('"', openPrimary)
}
