import {rule} from './rule.ts'

export const directiveRules = {
  'undefined-directive': rule<{name: string}>(
    3,
    ({name}) => `Unknown directive type "${name}".`,
    ({name}) => `Unexpected directive \`${name}\`, expected one that is known`,
  ),
  'directive-lookup': rule<{name: string}>(
    1,
    ({name}) =>
      `No directive entry for "${name}" in module "docutils.parsers.rst.languages.en".\n` +
      `Trying "${name}" as canonical directive name.`,
    ({name}) => `Unexpected directive \`${name}\`, expected a name of docutils' English list`,
  ),
  /** All that can be wrong with a directive's arguments, options and content. */
  'directive-block': rule<{name: string; problem: string}>(
    3,
    ({name, problem}) => `Error in "${name}" directive:\n${problem}.`,
    ({name, problem}) => `Unexpected use of \`${name}\`: ${problem}`,
  ),
  'directive-content': rule<{name: string}>(
    3,
    ({name}) => `Content block expected for the "${name}" directive; none found.`,
    ({name}) => `Unexpected end of \`${name}\`, expected content`,
  ),
}
