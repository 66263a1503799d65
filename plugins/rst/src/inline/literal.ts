import {isSpace} from '../text/whitespace.ts'
import {delimited} from './delimited.ts'
import {endString} from './inline-text.ts'

/** ` ``literal`` `: a backslash before the end-string is part of the text. */
export const literal = delimited({
  type: 'literal',
  start: '``',
  end: endString('``', (text, at) => !isSpace(text.charCodeAt(at - 1))),
  literal: true,
})
