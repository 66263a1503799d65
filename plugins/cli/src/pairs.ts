import {InvalidArgumentError} from 'commander'

/** Collects options of the form `NAME=VALUE` into one record. */
export function collectPairs(
  text: string,
  collected: Record<string, string>,
): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Expected NAME=VALUE.')
  return {...collected, [text.slice(0, at)]: text.slice(at + 1)}
}
