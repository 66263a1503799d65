import {rule} from './rule.ts'

type None = Record<string, never>

export const blockRules = {
  'line-length': rule<{line: number}>(
    3,
    ({line}) => `Line ${line} exceeds the line-length-limit.`,
    ({line}) => `Unexpected length of line ${line}, expected at most the limit`,
  ),
  'section-title-unexpected': rule<None>(
    3,
    () => 'Unexpected section title.',
    () => 'Unexpected section title, expected titles at the top level only',
  ),
}
