import type {Settings} from '../settings.ts'
import {precedesStart} from './characters.ts'
import type {Implicit} from './inline-text.ts'

interface DocumentReference {
  name: string
  /** Matches a mention; its one matching group is the number. */
  pattern: RegExp
  enabled: (settings: Settings) => boolean
  address: (number: number, settings: Settings) => string
}

/** Mentions of numbered documents become links. */
export function documentReference({name, pattern, enabled, address}: DocumentReference): Implicit {
  return {
    name,
    find(inline, start, end) {
      if (!enabled(inline.context.document.settings)) return undefined
      const text = inline.text.slice(start, end)
      for (const match of text.matchAll(pattern)) {
        const stop = match.index + match[0].length
        const startsWell = match.index === 0 || precedesStart(text.charCodeAt(match.index - 1))
        if (!startsWell || !(stop === text.length || inline.mayEnd(start + stop))) continue
        return {start: start + match.index, end: start + stop}
      }
      return undefined
    },
    node(inline, {start, end}) {
      const text = inline.text.slice(start, end)
      const reference = inline.element('reference', start, end, text)
      const number = Number(/\d+/.exec(text)![0])
      reference.attributes.refuri = address(number, inline.context.document.settings)
      return reference
    },
  }
}
