import {rule} from './rule.ts'

export const resolveRules = {
  'undefined-substitution': rule<{name: string}>(
    3,
    ({name}) => `Undefined substitution referenced: "${name}".`,
    ({name}) => `Unexpected undefined substitution \`|${name}|\`, expected a definition`,
  ),
}
