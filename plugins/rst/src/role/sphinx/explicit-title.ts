import {unescape} from '../../text/escape.ts'
import {trimEnd} from '../../text/whitespace.ts'

/** What a reference shows and where it leads. */
export interface TitledTarget {
  title: string
  target: string
  /** Whether the writer gave the title. */
  explicit: boolean
  /** Whether the writer wants no reference (`!` before the text). */
  disabled: boolean
}

/**
 * Takes the text of a role apart: `Title <target>`, or a target alone. NULs stand before escaped
 * characters; an escaped bracket starts no target.
 */
export function titledTarget(text: string): TitledTarget {
  const bracket = text.endsWith('>') ? text.lastIndexOf('<') : -1
  const explicit = bracket > 0 && text[bracket - 1] !== '\0'
  const plain = unescape(text)
  return {
    title: explicit ? unescape(trimEnd(text.slice(0, bracket))) : plain,
    target: explicit ? unescape(text.slice(bracket + 1, -1)) : plain,
    explicit,
    disabled: text.startsWith('!'),
  }
}
