import {rule} from './rule.ts'

export const fileRules = {
  'include-circular': rule<{name: string; chain: string}>(
    2,
    ({name, chain}) => `circular inclusion in "${name}" directive:\n${chain}`,
    ({chain}) => `Unexpected circle of includes, expected an end: ${chain.replaceAll('\n', ' ')}`,
  ),
  'include-long-line': rule<{path: string; line: number}>(
    2,
    ({path, line}) => `"${path}": line ${line} exceeds the line-length-limit.`,
    ({path, line}) => `Unexpected length of line ${line} of ${path}, expected at most the limit`,
  ),
  /** A file that cannot be read; `problem` is docutils' wording of why. */
  'file-problem': rule<{name: string; problem: string}>(
    4,
    ({name, problem}) => `Problems with "${name}" directive path:\n${problem}.`,
    ({problem}) => `Unexpected failure to read a file: ${problem}`,
  ),
}
