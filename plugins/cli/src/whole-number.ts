import {InvalidArgumentError} from 'commander'

/** Reads an option that is a count. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.')
  return Number(text)
}
