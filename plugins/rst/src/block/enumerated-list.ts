import {fromRoman, toRoman} from '../text/roman.ts'
import {isBlank} from '../text/whitespace.ts'
import {Element} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {readFurtherItems, readListItem} from './list-item.ts'
import {markerEnd} from './marker.ts'
import type {Scope} from './scope.ts'

type Sequence = 'arabic' | 'loweralpha' | 'upperalpha' | 'lowerroman' | 'upperroman'

/** What stands around the enumerator's text. */
interface Format {
  prefix: string
  suffix: string
}

interface Enumerator {
  format: Format
  sequence: Sequence | '#'
  text: string
  /** Undefined for text that is no number of its sequence, as `ivi`. */
  ordinal: number | undefined
}

const parens: Format = {prefix: '(', suffix: ')'}
const paren: Format = {prefix: '', suffix: ')'}
const period: Format = {prefix: '', suffix: '.'}

/** The sequences, in the order in which an enumerator's text is tried against them. */
const sequences: Record<Sequence, RegExp> = {
  arabic: /^[0-9]+$/,
  loweralpha: /^[a-z]$/,
  upperalpha: /^[A-Z]$/,
  lowerroman: /^[ivxlcdm]+$/,
  upperroman: /^[IVXLCDM]+$/,
}

/** `1. item`, `(a) item`, `iv) item`, `#. item`: a list of items with successive enumerators. */
export const enumeratedList: BlockConstruct = {
  name: 'enumerated_list',
  starts: '(#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  recognise,
  parse(scope, marker) {
    const enumerator = readEnumerator(scope.text)
    if (!isItem(scope, enumerator)) return false
    const list = startList(scope, enumerator)
    const first = readListItem(scope, marker)
    list.children.push(first.item)
    const finish = readItems(scope, list, enumerator, first.blankFinish)
    scope.warnUnindent('Enumerated list', finish)
    return true
  },
}

/** The enumerator's text ends at a character that is no part of any sequence. */
function recognise(text: string): number {
  const start = text[0] === '(' ? 1 : 0
  const end = textEnd(text, start)
  return end === start ? -1 : markerEnd(text, end + 1)
}

/** The end of an enumerator's text, which a parenthesis or period follows, or `start`. */
function textEnd(text: string, start: number): number {
  const end = runEnd(text, start)
  const close = end < text.length ? text[end] : ''
  if (close !== ')' && (close !== '.' || start > 0)) return start
  const isWord = end - start > 1 && isLetter(text.charCodeAt(start))
  return isWord && !isRoman(text.slice(start, end)) ? start : end
}

/** The end of the digits or letters, or the `#`, at an index. */
function runEnd(text: string, start: number): number {
  if (text[start] === '#') return start + 1
  let end = start
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  if (end > start) return end
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isRoman(text: string): boolean {
  return sequences.lowerroman.test(text) || sequences.upperroman.test(text)
}

/**
 * Takes the enumerator at the start of a line apart. `expected` is tried before the other
 * sequences, and Roman numeral one before the letter.
 */
function readEnumerator(line: string, expected?: Sequence): Enumerator {
  const start = line[0] === '(' ? 1 : 0
  const end = textEnd(line, start)
  const text = line.slice(start, end)
  const format = start === 1 ? parens : line[end] === ')' ? paren : period
  if (text === '#') return {format, sequence: '#', text, ordinal: 1}
  const sequence = sequenceOf(text, expected)
  return {format, sequence, text, ordinal: ordinalOf(text, sequence)}
}

function sequenceOf(text: string, expected: Sequence | undefined): Sequence {
  if (expected) {
    if (sequences[expected].test(text)) return expected
  } else if (text === 'i') return 'lowerroman'
  else if (text === 'I') return 'upperroman'
  const names = Object.keys(sequences) as Sequence[]
  return names.find((name) => sequences[name].test(text))!
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  if (sequence === 'arabic') return Number(text)
  if (sequence.endsWith('roman')) return fromRoman(text.toUpperCase())
  return text.toLowerCase().charCodeAt(0) - 0x60
}

/**
 * Whether the line begins an item: its enumerator is a number, and the next line is blank,
 * indented or begins with the next enumerator.
 */
function isItem(scope: Scope, {ordinal, sequence, format}: Enumerator): boolean {
  if (ordinal === undefined) return false
  const next = scope.following
  if (next === undefined || isBlank(next.slice(0, 1))) return true
  const text = enumeratorText(ordinal + 1, sequence)
  if (text === undefined) return false
  return [text, '#'].some((it) => next.startsWith(`${format.prefix}${it}${format.suffix} `))
}

function enumeratorText(ordinal: number, sequence: Sequence | '#'): string | undefined {
  if (sequence === '#') return '#'
  if (sequence === 'arabic') return String(ordinal)
  const text = sequence.endsWith('roman') ? toRoman(ordinal) : letterOf(ordinal)
  return sequence.startsWith('lower') ? text?.toLowerCase() : text
}

function letterOf(ordinal: number): string | undefined {
  return ordinal > 26 ? undefined : String.fromCharCode(0x40 + ordinal)
}

function startList(scope: Scope, {format, sequence, text, ordinal}: Enumerator): Element {
  const list = new Element('enumerated_list', {}, [], scope.line)
  list.attributes['enumtype'] = sequence === '#' ? 'arabic' : sequence
  list.attributes['prefix'] = format.prefix
  list.attributes['suffix'] = format.suffix
  scope.add(list)
  if (ordinal !== 1) {
    list.attributes['start'] = ordinal
    scope.add(scope.reportOwn('list-start', {text, ordinal: ordinal!}, scope.at))
  }
  return list
}

/** Reads the items that continue the sequence; `#` continues any, and after it only `#` does. */
function readItems(scope: Scope, list: Element, first: Enumerator, finish: boolean): boolean {
  const sequence = list.attributes['enumtype'] as Sequence
  let automatic = first.sequence === '#'
  let last = first.ordinal!
  return readFurtherItems(scope, list, finish, () => {
    const marker = recognise(scope.text)
    if (marker < 0) return undefined
    const next = readEnumerator(scope.text, sequence)
    const isNext = next.sequence === sequence && !automatic && next.ordinal === last + 1
    if (next.format !== first.format || !(next.sequence === '#' || isNext)) return undefined
    if (!isItem(scope, next)) return undefined
    if (next.sequence === '#') automatic = true
    last = next.ordinal!
    const {item, blankFinish} = readListItem(scope, marker)
    list.children.push(item)
    return blankFinish
  })
}
