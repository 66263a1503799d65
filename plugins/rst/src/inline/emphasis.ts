import type {InlineConstruct} from './construct.ts'
import {delimited} from './delimited.ts'
import {endString} from './inline-text.ts'

const construct = delimited({type: 'emphasis', start: '*', end: endString('*')})

/** `*emphasis*` */
export const emphasis: InlineConstruct = {
  ...construct,
  recognise: (inline, at) => (inline.text[at + 1] === '*' ? -1 : construct.recognise(inline, at)),
}
