import {quietRule, type Rule, rule} from './rule.ts'

type None = Record<string, never>
type Name = {name: string}

/** Directives as such: their names, arguments, options and content. */
const general = {
  'undefined-directive': rule<Name>(
    3,
    ({name}) => `Unknown directive type "${name}".`,
    ({name}) => `Unexpected directive \`${name}\`, expected one that is known`,
  ),
  /** docutils says this before it says that a directive is unknown. */
  'directive-lookup': quietRule<Name>(
    1,
    ({name}) =>
      `No directive entry for "${name}" in module "docutils.parsers.rst.languages.en".\n` +
      `Trying "${name}" as canonical directive name.`,
    ({name}) => `Unexpected directive \`${name}\`, expected a name of docutils' English list`,
  ),
  'directive-content': rule<Name>(
    3,
    ({name}) => `Content block expected for the "${name}" directive; none found.`,
    ({name}) => `Unexpected end of \`${name}\`, expected content`,
    () => 'Content is indented under the directive, behind a blank line.',
  ),
  'directive-disabled': rule<Name>(
    2,
    ({name}) => `"${name}" directive disabled.`,
    ({name}) => `Unexpected directive \`${name}\`, expected none: the settings disable it`,
  ),
  'directive-context': rule<Name>(
    3,
    ({name}) => `The "${name}" directive may not be used within topics or body elements.`,
    ({name}) => `Unexpected \`${name}\`, expected it at the level of sections or in a sidebar`,
  ),
  'substitution-context': rule<Name>(
    3,
    ({name}) =>
      `Invalid context: the "${name}" directive can only be used within a substitution definition.`,
    ({name}) => `Unexpected \`${name}\`, expected it in a substitution definition`,
    ({name}) => `A substitution definition reads \`.. |token| ${name}:: …\`.`,
  ),
  'class-attribute': rule<{name: string; value: string}>(
    3,
    ({name, value}) => `Invalid class attribute value for "${name}" directive: "${value}".`,
    ({value}) => `Unexpected class name \`${value}\`, expected one with letters`,
  ),
  'directive-processed': rule<{name: string; arguments: string; options: string; content: string}>(
    1,
    ({name, arguments: list, options, content}) =>
      `Directive processed. Type="${name}", arguments=${list}, options=${options}, ` +
      `content:${content}`,
    ({name}) => `Unexpected directive \`${name}\`, expected it in tests only`,
  ),
}

/** What is wrong with a directive's block: in docutils' words, and what stands where in ours. */
export interface Block {
  name: string
  problem: string
  subject: string
  expected: string
  [value: string]: string
}

function blockRule(advice?: (values: Block) => string): Rule<Block> {
  return rule<Block>(
    3,
    ({name, problem}) => `Error in "${name}" directive:\n${problem}.`,
    ({name, subject, expected}) => `Unexpected ${subject} of \`${name}\`, expected ${expected}`,
    advice,
  )
}

export const blockRules = {
  'arguments-missing': blockRule(),
  'arguments-many': blockRule(),
  'content-unexpected': blockRule(),
  'option-block': blockRule(() => 'A blank line separates options and content.'),
  'option-name': blockRule(),
  'option-unknown': blockRule(),
  'option-duplicate': blockRule(),
  'option-value': blockRule(),
}

const bodyElements = {
  'sidebar-in-sidebar': rule<Name>(
    3,
    ({name}) => `The "${name}" directive may not be used within a sidebar element.`,
    ({name}) => `Unexpected \`${name}\` in a sidebar, expected it outside`,
  ),
  'subtitle-without-title': rule<None>(
    3,
    () => 'The "subtitle" option may not be used without a title.',
    () => 'Unexpected option `subtitle`, expected a title as well',
  ),
  'line-number-start': rule<None>(
    3,
    () => ':number-lines: with non-integer start value',
    () => 'Unexpected value of `number-lines`, expected a whole number or nothing',
  ),
  'image-align': rule<{name: string; value: string; context: string; values: string}>(
    3,
    ({name, value, context, values}) =>
      `Error in "${name}" directive: "${value}" is not a valid value for the "align" option` +
      `${context}.  Valid values for "align" are: ${values}.`,
    ({value, values}) => `Unexpected alignment \`${value}\`, expected one of ${values}`,
  ),
  'figure-caption': rule<None>(
    3,
    () => 'Figure caption must be a paragraph or empty comment.',
    () => 'Unexpected start of a legend, expected a paragraph as caption or an empty comment',
  ),
}

const tables = {
  'table-content': rule<Name>(
    2,
    ({name}) => `Content block expected for the "${name}" directive; none found.`,
    ({name}) => `Unexpected end of \`${name}\`, expected a table`,
  ),
  'table-expected': rule<Name>(
    3,
    ({name}) =>
      `Error parsing content block for the "${name}" directive: exactly one table expected.`,
    ({name}) => `Unexpected content of \`${name}\`, expected one table and nothing else`,
  ),
  'table-widths': rule<{name: string; columns: number}>(
    3,
    ({name, columns}) =>
      `"${name}" widths do not match the number of columns in table (${columns}).`,
    ({columns}) => `Unexpected number of widths, expected ${columns}, one for each column`,
  ),
  'table-header-rows': rule<{name: string; headers: number; rows: number}>(
    3,
    ({name, headers, rows}) =>
      `${headers} header row(s) specified but only ${rows} row(s) of data supplied ` +
      `("${name}" directive).`,
    ({headers, rows}) =>
      `Unexpected end of a table after row ${rows}, expected ${headers} rows for the head`,
  ),
  'table-body-rows': rule<{name: string; rows: number}>(
    3,
    ({name, rows}) =>
      `Insufficient data supplied (${rows} row(s)); no data remaining for table body, ` +
      `required by "${name}" directive.`,
    () => 'Unexpected end of a table behind its head, expected a row for the body',
  ),
  'table-stub-columns': rule<{name: string; stubs: number; columns: number}>(
    3,
    ({name, stubs, columns}) =>
      `${stubs} stub column(s) specified but only ${columns} columns(s) of data supplied ` +
      `("${name}" directive).`,
    ({stubs, columns}) =>
      `Unexpected end of a row after column ${columns}, expected ${stubs} for the stub`,
  ),
  'table-body-columns': rule<{name: string; columns: number}>(
    3,
    ({name, columns}) =>
      `Insufficient data supplied (${columns} columns(s)); no data remaining for table body, ` +
      `required by "${name}" directive.`,
    () => 'Unexpected end of a row behind its stub, expected a column for the body',
  ),
  'list-table-content': rule<Name>(
    3,
    ({name}) => `The "${name}" directive is empty; content required.`,
    ({name}) => `Unexpected end of \`${name}\`, expected a list of rows`,
  ),
  'list-table-list': rule<Name>(
    3,
    ({name}) =>
      `Error parsing content block for the "${name}" directive: exactly one bullet list expected.`,
    ({name}) => `Unexpected content of \`${name}\`, expected one bullet list and nothing else`,
  ),
  'list-table-row': rule<{name: string; row: number}>(
    3,
    ({name, row}) =>
      `Error parsing content block for the "${name}" directive: two-level bullet list expected, ` +
      `but row ${row} does not contain a second-level bullet list.`,
    ({row}) => `Unexpected content of row ${row}, expected a bullet list of cells`,
  ),
  'list-table-columns': rule<{name: string; row: number; found: number; first: number}>(
    3,
    ({name, row, found, first}) =>
      `Error parsing content block for the "${name}" directive: uniform two-level bullet list ` +
      `expected, but row ${row} does not contain the same number of items as row 1 ` +
      `(${found} vs ${first}).`,
    ({row, found, first}) =>
      `Unexpected number of cells in row ${row} (${found}), expected ${first} as in row 1`,
  ),
  'csv-table-content': rule<Name>(
    2,
    ({name}) => `The "${name}" directive requires content; none supplied.`,
    ({name}) => `Unexpected end of \`${name}\`, expected comma-separated values`,
  ),
  'csv-table-disabled': rule<Name>(
    2,
    ({name}) => `File and URL access deactivated; ignoring "${name}" directive.`,
    ({name}) => `Unexpected file of \`${name}\`, expected content: the settings disable files`,
  ),
  'csv-data': rule<{name: string; problem: string}>(
    3,
    ({name, problem}) => `Error with CSV data in "${name}" directive:\n${problem}`,
    ({problem}) => `Unexpected comma-separated values: ${problem}`,
  ),
  'csv-empty': rule<None>(
    3,
    () => 'No table data detected in CSV file.',
    () => 'Unexpected end of comma-separated values, expected a row',
  ),
}

const specials = {
  'replace-content': rule<Name>(
    3,
    ({name}) => `Error in "${name}" directive: may contain a single paragraph only.`,
    ({name}) => `Unexpected content of \`${name}\`, expected one paragraph`,
  ),
  'character-code': rule<{code: string; problem: string}>(
    3,
    ({code, problem}) => `Invalid character code: ${code}\nValueError: ${problem}`,
    ({code}) => `Unexpected character code \`${code}\`, expected one up to 0x10FFFF`,
  ),
  'meta-fields': rule<None>(
    3,
    () => 'Invalid meta directive.',
    () => 'Unexpected text in `meta`, expected a field list',
  ),
  'meta-content': rule<Name>(
    1,
    ({name}) => `No content for meta tag "${name}".`,
    ({name}) => `Unexpected end of metadata \`${name}\`, expected its content`,
  ),
  'meta-attribute': rule<{token: string; problem: string}>(
    3,
    ({token, problem}) => `Error parsing meta tag attribute "${token}": ${problem}.`,
    ({token, problem}) => `Unexpected attribute \`${token}\`: ${problem}`,
  ),
  'role-arguments': rule<Name>(
    3,
    ({name}) => `"${name}" directive requires arguments on the first line.`,
    ({name}) => `Unexpected end of \`${name}\`, expected the name of a role`,
  ),
  'role-names': rule<{name: string; value: string}>(
    3,
    ({name, value}) => `"${name}" directive arguments not valid role names: "${value}".`,
    ({value}) => `Unexpected name of a role \`${value}\`, expected \`name\` or \`name(base)\``,
  ),
  'role-class': rule<{name: string; problem: string}>(
    3,
    ({name, problem}) => `Invalid argument for "${name}" directive:\n${problem}.`,
    ({problem}) => `Unexpected name of a role: ${problem}`,
    () => 'The role needs an option `class` with the name of a class.',
  ),
}

/** Of directives that docutils does not have; the texts are Sphinx'. */
const sphinx = {
  'line-numbers': rule<{problem: string; expected: string}>(
    2,
    ({problem}) => problem,
    ({expected}) => `Unexpected choice of lines, expected ${expected}`,
  ),
  'option-unsupported': rule<{name: string; option: string}>(
    2,
    ({name, option}) => `Option "${option}" of "${name}" is not supported`,
    ({name, option}) =>
      `Unexpected option \`${option}\` of \`${name}\`, expected lines chosen by number or text`,
    ({option}) =>
      option === 'pyobject'
        ? 'To find an object in a file takes a reader of its language; `start-at` and `end-before` do it by text.'
        : 'A file with the differences can be included as it is.',
  ),
  'options-exclusive': rule<{option: string; other: string}>(
    2,
    ({option, other}) => `Cannot use both "${option}" and "${other}" options`,
    ({option, other}) =>
      `Unexpected option \`${option}\` beside \`${other}\`, expected one of them`,
  ),
  'list-expected': rule<Name>(
    2,
    ({name}) => `.. ${name} content is not a list`,
    ({name}) => `Unexpected content of \`${name}\`, expected one bullet list`,
  ),
}

export const directiveRules = {
  ...general,
  ...blockRules,
  ...bodyElements,
  ...tables,
  ...specials,
  ...sphinx,
}
