import type {Handle, Unsafe} from 'mdast-util-to-markdown'
import {defaultHandlers} from 'mdast-util-to-markdown'

/** Where a line holds no more than this, it is a rule, a line below a title or one of a table. */
const toEndOfLine = '[ \\t]*(?:[\\r\\n]|$)'

/**
 * What must follow a character, or stand before it, for it to begin markup. The library escapes more
 * than that, for it knows neither the rest of the line nor that no page here defines references.
 */
const atBreak: Readonly<Record<string, Partial<Unsafe>>> = {
  '#': {after: `#{0,5}(?:[ \\t]|${toEndOfLine})`},
  '-': {after: `(?:[ \\t\\r\\n]|[-:| \\t]*${toEndOfLine})`},
  // A task, or the definition of a reference.
  '[': {after: '(?:[ \\txX]\\]|\\^|[^\\]]*(?:\\]:|$))'},
  '~': {after: '~~'},
}

const within: Readonly<Record<string, Partial<Unsafe>>> = {
  // An image, where a link follows.
  '!': {after: '\\[$'},
  '&': {after: '#?\\w+;'},
  // An address that becomes a link.
  '.': {before: '\\b[Ww]{3}'},
  // A directive with a label or attributes; others are shown as they are written.
  ':': {after: '[A-Za-z][\\w-]*[[{]'},
  '@': {after: '[\\w-]*\\.[\\w.-]'},
  // A footnote; in labels brackets are escaped anyway.
  '[': {after: '\\^'},
  // What could end deleted text: without an end there is no beginning.
  '~': {before: '(?<=\\S)'},
}

/** A handler of the root that has no text escaped which begins nothing. */
export const root: Handle = (node, parent, state, info) => {
  state.unsafe = state.unsafe.map(sharpened)
  return defaultHandlers.root(node, parent, state, info)
}

function sharpened(pattern: Unsafe): Unsafe {
  const {character, inConstruct = []} = pattern
  if (pattern.atBreak) return {...pattern, ...atBreak[character]}
  const isText = [inConstruct].flat().includes('phrasing')
  // An address that becomes a link begins as the library says.
  const isAddress = character === ':' && pattern.after === '\\/'
  return isText && !isAddress ? {...pattern, ...within[character]} : pattern
}
