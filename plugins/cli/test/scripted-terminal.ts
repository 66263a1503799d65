import type {Terminal} from '../src/terminal/terminal.ts'

/** A terminal whose responder has a script; `screen` is everything that was shown. */
export interface ScriptedTerminal extends Terminal {
  readonly screen: string
  /** What was shown since the last look. */
  look(): string
}

/**
 * Types the lines one after another; then the connection ends.
 *
 * @param unfinished what was typed and not sent.
 */
export function scriptedTerminal(
  lines: Iterable<string>,
  {width = 80, unfinished = ''} = {},
): ScriptedTerminal {
  const script = lines[Symbol.iterator]()
  let before = ''
  let fresh = ''
  let ended = false
  return {
    width,
    write: (text) => void (fresh += `${text}\n`),
    ask(prompt) {
      const {done, value} = script.next()
      ended = done === true
      fresh += `${prompt}${ended ? '' : value}\n`
      return Promise.resolve(ended ? undefined : (value as string))
    },
    get unfinished() {
      return ended ? unfinished : ''
    },
    close() {},
    get screen() {
      return before + fresh
    },
    look() {
      const since = fresh
      before += since
      fresh = ''
      return since
    },
  }
}
