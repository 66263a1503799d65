import {quietRule, rule} from './rule.ts'

export const roleRules = {
  'undefined-role': rule<{name: string}>(
    3,
    ({name}) => `Unknown interpreted text role "${name}".`,
    ({name}) => `Unexpected role \`${name}\`, expected one that is known`,
  ),
  /** docutils says this before it says that a role is unknown. */
  'role-lookup': quietRule<{name: string}>(
    1,
    ({name}) =>
      `No role entry for "${name}" in module "docutils.parsers.rst.languages.en".\n` +
      `Trying "${name}" as canonical role name.`,
    ({name}) => `Unexpected role \`${name}\`, expected a name of docutils' English list`,
  ),
  'unimplemented-role': rule<{name: string}>(
    3,
    ({name}) => `Interpreted text role "${name}" not implemented.`,
    ({name}) => `Unexpected role \`${name}\`, expected one that does something`,
  ),
  'pep-number': rule<{text: string}>(
    3,
    ({text}) => `PEP number must be a number from 0 to 9999; "${text}" is invalid.`,
    ({text}) => `Unexpected \`${text}\`, expected the number of a PEP`,
  ),
  'rfc-number': rule<{text: string}>(
    3,
    ({text}) => `RFC number must be a number greater than or equal to 1; "${text}" is invalid.`,
    ({text}) => `Unexpected \`${text}\`, expected the number of an RFC`,
  ),
  'raw-role-disabled': rule<{name: string}>(
    2,
    () => 'raw (and derived) roles disabled',
    ({name}) =>
      `Unexpected role \`${name}\`, expected none for raw text: the settings disable them`,
  ),
  'raw-role-format': rule<{name: string}>(
    3,
    ({name}) =>
      `No format (Writer name) is associated with this role: "${name}".\n` +
      'The "raw" role cannot be used directly.\n' +
      'Instead, use the "role" directive to create a new role with an associated format.',
    ({name}) => `Unexpected role \`${name}\`, expected one that is based on it with a format`,
  ),
}
