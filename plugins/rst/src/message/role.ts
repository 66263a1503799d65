import {rule} from './rule.ts'

export const roleRules = {
  'undefined-role': rule<{name: string}>(
    3,
    ({name}) => `Unknown interpreted text role "${name}".`,
    ({name}) => `Unexpected role \`${name}\`, expected one that is known`,
  ),
  'role-lookup': rule<{name: string}>(
    1,
    ({name}) =>
      `No role entry for "${name}" in module "docutils.parsers.rst.languages.en".\n` +
      `Trying "${name}" as canonical role name.`,
    ({name}) => `Unexpected role \`${name}\`, expected a name of docutils' English list`,
  ),
}
