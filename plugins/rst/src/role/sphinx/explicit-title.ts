import {unescape} from '../../text/escape.ts'

/** What a reference shows and where it leads. */
export interface TitledTarget {
  title: string
  target: string
  /** Whether the writer gave the title. */
  explicit: boolean
  /** Whether the writer wants no reference (`!` before the text). */
  disabled: boolean
}

/** `Title <target>`; the bracket must not be escaped. */
const pattern = /^([^]+?)\s*(?<!\0)<([^<]*?)>$/

/** Takes the text of a role apart; NULs stand before escaped characters. */
export function titledTarget(text: string): TitledTarget {
  const match = pattern.exec(text)
  const plain = unescape(text)
  return {
    title: match ? unescape(match[1]!) : plain,
    target: match ? unescape(match[2]!) : plain,
    explicit: match !== null,
    disabled: text.startsWith('!'),
  }
}
