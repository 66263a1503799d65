import {Element, Text} from '../tree.ts'
import {numberedLines} from './numbered-lines.ts'

export interface CodeText {
  text: string
  language?: string | undefined
  classes?: readonly string[] | undefined
  /** The number of the first line, if lines are numbered. */
  firstNumber?: number | undefined
  /** How many lines docutils reckons with when it pads the numbers. */
  lineCount: number
}

/**
 * A block of code in one piece. To split it into tokens is the affair of those who show it: which
 * tokens there are depends on the version of the highlighter.
 */
export function codeBlock(code: CodeText): Element {
  const {text, firstNumber} = code
  const children =
    firstNumber === undefined
      ? [new Text(text)]
      : numberedLines(text, firstNumber, firstNumber + code.lineCount)
  const language = code.language ? [code.language] : []
  return new Element(
    'literal_block',
    {classes: ['code', ...language, ...(code.classes ?? [])]},
    children,
  )
}
