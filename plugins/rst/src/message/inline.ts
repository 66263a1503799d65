import {rule} from './rule.ts'

export const inlineRules = {
  'inline-end': rule<{kind: string}>(
    2,
    ({kind}) => `Inline ${kind} start-string without end-string.`,
    ({kind}) => `Unexpected start of ${kind}, expected its end in the same paragraph`,
  ),
}
