import {isSpace} from '../text/whitespace.ts'
import {simpleNameEnd, simpleNameStart} from './characters.ts'
import type {InlineConstruct} from './construct.ts'
import type {EndString, InlineText} from './inline-text.ts'
import {phraseReference} from './phrase-reference.ts'

const colon = 0x3a

/** `` `interpreted text` ``, `` :role:`text` ``, `` `text`:role: ``, `` `phrase reference`_ `` */
export const interpreted: InlineConstruct = {
  name: 'interpreted text or phrase reference',
  trigger: '`',
  recognise(inline, at) {
    if (inline.text[at + 1] === '`' || inline.isSpaceAt(at + 1)) return -1
    const role = roleStart(inline, at)
    if (role >= 0) return role
    return inline.mayStart(at) ? at : -1
  },
  parse(inline, start, at) {
    const from = at + 1
    if (start === at && inline.isQuoted(at, from)) return inline.skip(from)
    const stop = inline.findEnd(end, from)
    if (stop < 0) return unclosed(inline, start, at)
    const after = stop + end.lengthAt(inline, stop)
    const suffix = suffixRole(inline, stop)
    const prefix = start < at ? inline.text.slice(start + 1, at - 1) : ''
    if (suffix && prefix) return mistaken(inline, 'inline-roles', '', start, after)
    const role = prefix || suffix
    if (inline.text[after - 1] !== '_') {
      inline.context.interpret(inline, role, inline.text.slice(from, stop), start, after)
      return after
    }
    if (!role) return phraseReference(inline, at, from, stop, after)
    return mistaken(inline, 'inline-role-and-reference', prefix ? 'prefix' : 'suffix', start, after)
  },
}

/** The start of a `:role:` right before a backquote, if markup may start there, or -1. */
function roleStart(inline: InlineText, at: number): number {
  const {text} = inline
  if (at <= inline.base || text.charCodeAt(at - 1) !== colon) return -1
  const nameEnd = at - 1
  const first = simpleNameStart(text, nameEnd, inline.base)
  for (let start = first; start < nameEnd; start++) {
    if (start > inline.base && text.charCodeAt(start - 1) === colon && inline.mayStart(start - 1)) {
      return start - 1
    }
  }
  return -1
}

/**
 * A backquote, with a role or the underscores of a reference after it. It stands after text or
 * after white space that is escaped.
 */
const end: EndString = {
  kind: 'interpreted',
  mark: '`',
  mayFollow(text, at) {
    const code = text.charCodeAt(at - 1)
    return (code !== 0 && !isSpace(code)) || text.charCodeAt(at - 2) === 0
  },
  lengthAt(inline, at) {
    for (const role of roleEnds(inline.text, at + 1)) {
      const length = withUnderscores(inline, role)
      if (length >= 0) return length - at
    }
    const length = withUnderscores(inline, at + 1)
    return length < 0 ? -1 : length - at
  },
}

/** The ends of the `:role:`s that start at `at`, longest first. */
function roleEnds(text: string, at: number): number[] {
  if (text.charCodeAt(at) !== colon) return []
  const ends: number[] = []
  const nameEnd = simpleNameEnd(text, at + 1)
  if (nameEnd === at + 1) return ends
  if (text.charCodeAt(nameEnd) === colon) ends.push(nameEnd + 1)
  for (let i = nameEnd - 1; i > at + 1; i--) if (text.charCodeAt(i) === colon) ends.push(i + 1)
  return ends
}

/** The end of `__`, `_` or nothing at an index, the longest that may end markup, or -1. */
function withUnderscores(inline: InlineText, at: number): number {
  let stop = at
  while (stop < at + 2 && inline.text[stop] === '_') stop++
  for (; stop >= at; stop--) if (inline.mayEnd(stop)) return stop
  return -1
}

/** The role after the end-string at `stop`, or nothing. */
function suffixRole(inline: InlineText, stop: number): string {
  for (const role of roleEnds(inline.text, stop + 1)) {
    if (withUnderscores(inline, role) >= 0) return inline.text.slice(stop + 2, role - 1)
  }
  return ''
}

function unclosed(inline: InlineText, start: number, at: number): number {
  const message = inline.report('inline-interpreted-end', {}, start, at + 1)
  inline.messages.push(message)
  return inline.emit(at, at + 1, inline.problematic(message, at, at + 1))
}

function mistaken(
  inline: InlineText,
  rule: 'inline-roles' | 'inline-role-and-reference',
  position: string,
  start: number,
  end: number,
): number {
  const message = inline.report(rule, {position}, start, end)
  inline.messages.push(message)
  return inline.emit(start, end, inline.problematic(message, start, end))
}
