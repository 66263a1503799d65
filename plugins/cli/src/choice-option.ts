import {Option} from 'commander'

/** An option that takes one of a few words: the first, unless somebody says another. */
export function choiceOption(
  flags: string,
  description: string,
  words: readonly [string, ...string[]],
): Option {
  return new Option(flags, description).choices(words).default(words[0])
}
