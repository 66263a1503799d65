import {restoreBackslashes} from '../text/escape.ts'
import type {Element} from '../tree.ts'
import type {InlineConstruct} from './construct.ts'
import type {EndString, InlineText} from './inline-text.ts'

/** Markup between a start-string and an end-string, which becomes one element. */
interface Delimited {
  /** The element's type, also its name in messages. */
  type: string
  start: string
  end: EndString
  /** Whether backslashes are kept as they are. */
  literal?: boolean
  /** What is done with the element; `end` is where the markup ends. */
  finish?: (inline: InlineText, element: Element, start: number, end: number) => number
}

export function delimited({type, start: mark, end, literal, finish}: Delimited): InlineConstruct {
  return {
    name: type,
    trigger: mark[0]!,
    recognise: (inline, at) => (startsAt(inline, mark, at) ? at : -1),
    parse(inline, start) {
      const from = start + mark.length
      if (inline.isQuoted(start, from)) return inline.skip(from)
      const stop = inline.findEnd(end, from)
      if (stop < 0) return inline.unclosed(type, start, from)
      const text = inline.text.slice(from, stop)
      const after = stop + end.lengthAt(inline, stop)
      const element = inline.element(type, start, after, literal ? restoreBackslashes(text) : text)
      return finish ? finish(inline, element, start, after) : inline.emit(start, after, element)
    },
  }
}

/** Whether a start-string stands at an index: markup may start there, and text follows. */
function startsAt(inline: InlineText, mark: string, at: number): boolean {
  return (
    inline.text.startsWith(mark, at) && !inline.isSpaceAt(at + mark.length) && inline.mayStart(at)
  )
}
