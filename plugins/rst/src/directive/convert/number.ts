import {repr} from '../../text/repr.ts'
import {trim, words} from '../../text/whitespace.ts'
import {type Converter, Refusal} from '../spec.ts'

const wholeNumber = 'a whole number'

/** A whole number as Python's `int()` reads it: sign, and underscores between digits, allowed. */
export const integer: Converter<number> = (text) => {
  if (text === undefined) {
    return new Refusal(
      "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
      wholeNumber,
    )
  }
  const digits = trim(text)
  if (!/^[+-]?\d+(?:_\d+)*$/.test(digits)) {
    return new Refusal(`invalid literal for int() with base 10: ${repr(text)}`, wholeNumber)
  }
  return Number(digits.replaceAll('_', '')) || 0
}

export const nonnegativeInteger: Converter<number> = (text) =>
  atLeast(0, integer(text), 'negative value; must be positive or zero')

export const positiveInteger: Converter<number> = (text) =>
  atLeast(1, integer(text), 'negative or zero value; must be positive')

function atLeast(least: number, value: number | Refusal, problem: string): number | Refusal {
  return typeof value === 'number' && value < least
    ? new Refusal(problem, `a whole number from ${least} on`)
    : value
}

/** Positive numbers, separated by commas or by white space. */
export const positiveIntegers: Converter<number[]> = (text) => {
  if (text === undefined)
    return new Refusal("argument of type 'NoneType' is not iterable", 'whole numbers')
  const numbers: number[] = []
  for (const entry of text.includes(',') ? text.split(',') : words(text)) {
    const number = positiveInteger(entry)
    if (number instanceof Refusal) return number
    numbers.push(number)
  }
  return numbers
}

/** A whole number that may be followed by a percent sign. */
export const percentage: Converter<number> = (text) => {
  let end = text?.length ?? 0
  while (end > 0 && ' %'.includes(text![end - 1]!)) end--
  return nonnegativeInteger(text?.slice(0, end))
}
