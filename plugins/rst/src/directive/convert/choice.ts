import {trim} from '../../text/whitespace.ts'
import {type Converter, Refusal} from '../spec.ts'

/** One of a few words, in any case. */
export function choice<T extends string>(...values: readonly T[]): Converter<T> {
  const list = values.map((value) => `"${value}"`)
  const expected = values.map((value) => `\`${value}\``).join(', ')
  const advice = `choose from ${list.slice(0, -1).join(', ')}, or ${list.at(-1)!}`
  return (text) => {
    if (text === undefined)
      return new Refusal(`must supply an argument; ${advice}`, `one of ${expected}`)
    const wanted = trim(text.toLowerCase())
    const value = values.find((candidate) => candidate === wanted)
    return value ?? new Refusal(`"${text}" unknown; ${advice}`, `one of ${expected}`)
  }
}

/** One of a few words as they are, or whatever another converter takes. */
export function valueOr<W extends string, T>(
  values: readonly W[],
  other: Converter<T>,
): Converter<W | T> {
  return (text) => values.find((value) => value === text) ?? other(text)
}
