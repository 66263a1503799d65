import {escapeToNull, splitEscapedSpace, unescape} from '../../text/escape.ts'
import {trim, words} from '../../text/whitespace.ts'
import {type Converter, Refusal} from '../spec.ts'

const none = new Refusal('argument required but none supplied', 'a value')

/** No value wanted: that the option is there is all. */
export const flag: Converter<true> = (text) =>
  text !== undefined && trim(text) !== ''
    ? new Refusal(`no argument is allowed; "${text}" supplied`, 'none')
    : true

/** Any text, or none. */
export const unchanged: Converter<string> = (text) => text ?? ''

/** Any text, but some. */
export const unchangedRequired: Converter<string> = (text) => text ?? none

/** A path that may be wrapped over several lines. */
export const path: Converter<string> = (text) =>
  text === undefined ? none : text.split('\n').map(trim).join('')

/** An address without its white space, except where that is escaped. */
export const uri: Converter<string> = (text) => {
  if (text === undefined) return none
  const parts = splitEscapedSpace(escapeToNull(text))
  return parts.map((part) => words(unescape(part)).join('')).join(' ')
}
