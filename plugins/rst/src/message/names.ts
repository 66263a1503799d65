import {rule} from './rule.ts'

type Name = {name: string; reference: string}

export const nameRules = {
  'duplicate-external': rule<Name>(
    1,
    ({name, reference}) => `Duplicate name "${name}" for external target "${reference}".`,
    ({name}) => `Unexpected second target \`${name}\` with the same address, expected one`,
  ),
  'duplicate-explicit': rule<Name>(
    2,
    ({name}) => `Duplicate explicit target name: "${name}".`,
    ({name}) => `Unexpected second target \`${name}\`, expected a name of its own`,
  ),
  'overridden-implicit': rule<Name>(
    1,
    ({name}) => `Target name overrides implicit target name "${name}".`,
    ({name}) => `Unexpected target \`${name}\` beside a title of that name, expected one of them`,
  ),
  'duplicate-implicit': rule<Name>(
    1,
    ({name}) => `Duplicate implicit target name: "${name}".`,
    ({name}) => `Unexpected second title \`${name}\`, expected titles that can be told apart`,
  ),
  'duplicate-id': rule<{id: string; holder: string; element: string}>(
    3,
    ({id, holder, element}) => `Duplicate ID: "${id}" used by ${holder} and ${element}`,
    ({id}) => `Unexpected second element with the id \`${id}\`, expected one`,
  ),
  'duplicate-substitution': rule<{name: string}>(
    3,
    ({name}) => `Duplicate substitution definition name: "${name}".`,
    ({name}) => `Unexpected second definition of \`|${name}|\`, expected one`,
  ),
}
