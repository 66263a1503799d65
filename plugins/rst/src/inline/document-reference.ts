import type {Settings} from '../settings.ts'
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
      for (const {index, 0: mention} of inline.text.slice(start, end).matchAll(pattern)) {
        const match = {start: start + index, end: start + index + mention.length}
        const endsWell = match.end === end || inline.mayEnd(match.end)
        if (endsWell && inline.mayStart(match.start, start)) return match
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
