import {rule} from './rule.ts'

type None = Record<string, never>

export const blockRules = {
  'line-length': rule<{line: number}>(
    3,
    ({line}) => `Line ${line} exceeds the line-length-limit.`,
    ({line}) => `Unexpected length of line ${line}, expected at most the limit`,
  ),
  nesting: rule<{limit: number}>(
    3,
    ({limit}) => `Elements nested more than ${limit} levels deep.`,
    ({limit}) => `Unexpected depth of nesting, expected at most ${limit} levels`,
  ),
  unindent: rule<{name: string}>(
    2,
    ({name}) => `${name} ends without a blank line; unexpected unindent.`,
    ({name}) => `Unexpected text right under ${name.toLowerCase()}, expected a blank line`,
  ),
  'unexpected-indent': rule<None>(
    3,
    () => 'Unexpected indentation.',
    () => 'Unexpected indentation, expected a blank line before it',
  ),
  'line-block-end': rule<None>(
    2,
    () => 'Line block ends without a blank line.',
    () => 'Unexpected end of line block, expected a blank line',
  ),
  'list-start': rule<{text: string; ordinal: number}>(
    1,
    ({text, ordinal}) =>
      `Enumerated list start value not ordinal-1: "${text}" (ordinal ${ordinal})`,
    ({text}) => `Unexpected first enumerator \`${text}\`, expected the first of its sequence`,
  ),
  'term-colons': rule<None>(
    1,
    () =>
      'Blank line missing before literal block (after the "::")? ' +
      'Interpreted as a definition list item.',
    () => 'Unexpected indentation after `::`, expected a blank line before a literal block',
  ),
  'literal-missing': rule<None>(
    2,
    () => 'Literal block expected; none found.',
    () => 'Unexpected end after `::`, expected a literal block',
  ),
  'literal-quoting': rule<None>(
    3,
    () => 'Inconsistent literal block quoting.',
    () => 'Unexpected first character, expected the one that quotes the literal block',
  ),
  'table-end': rule<None>(
    2,
    () => 'Blank line required after table.',
    () => 'Unexpected text right under a table, expected a blank line',
  ),
  'table-malformed': rule<{detail: string}>(
    3,
    ({detail}) => `Malformed table.\n${detail}`,
    ({detail}) => `Unexpected shape of a table, expected a complete one: ${detail}`,
  ),
  'footnote-empty': rule<None>(
    2,
    () => 'Footnote content expected.',
    () => 'Unexpected end of footnote, expected content',
  ),
  'citation-empty': rule<None>(
    2,
    () => 'Citation content expected.',
    () => 'Unexpected end of citation, expected content',
  ),
  'target-malformed': rule<None>(
    2,
    () => 'malformed hyperlink target.',
    () => 'Unexpected end of target, expected a colon behind its name',
  ),
  'substitution-malformed': rule<None>(
    2,
    () => 'malformed substitution definition.',
    () => 'Unexpected end of substitution definition, expected `|` behind its name',
  ),
  'substitution-missing': rule<{name: string}>(
    2,
    ({name}) => `Substitution definition "${name}" missing contents.`,
    ({name}) => `Unexpected end of the definition of \`|${name}|\`, expected a directive`,
  ),
  'substitution-empty': rule<{name: string}>(
    2,
    ({name}) => `Substitution definition "${name}" empty or invalid.`,
    ({name}) => `Unexpected content of the definition of \`|${name}|\`, expected text or an image`,
  ),
  'substitution-problematic': rule<None>(
    3,
    () => 'Problematic content in substitution definition',
    () => 'Unexpected markup in a substitution definition, expected markup without errors',
  ),
  'substitution-disallowed': rule<{what: string}>(
    3,
    ({what}) => `${what} are not supported in a substitution definition.`,
    ({what}) => `Unexpected ${what.toLowerCase()} in a substitution definition, expected none`,
  ),
  'adornment-short': rule<None>(
    1,
    () =>
      'Unexpected possible title overline or transition.\n' +
      "Treating it as ordinary text because it's so short.",
    () => 'Unexpected short line of punctuation, expected text',
  ),
  'title-or-transition-unexpected': rule<None>(
    3,
    () => 'Unexpected section title or transition.',
    () => 'Unexpected title or transition, expected these outside of other elements only',
  ),
  'title-unexpected': rule<None>(
    3,
    () => 'Unexpected section title.',
    () => 'Unexpected section title, expected titles outside of other elements only',
  ),
  'title-or-transition-invalid': rule<None>(
    3,
    () => 'Invalid section title or transition marker.',
    () => 'Unexpected second line of punctuation, expected a title or a blank line',
  ),
  'underline-short-text': rule<None>(
    1,
    () =>
      'Possible title underline, too short for the title.\n' +
      "Treating it as ordinary text because it's so short.",
    () => 'Unexpected short underline, expected one as long as the title',
  ),
  'underline-short': rule<None>(
    2,
    () => 'Title underline too short.',
    () => 'Unexpected short underline, expected one as long as the title',
  ),
  'overline-short': rule<None>(
    1,
    () =>
      'Possible incomplete section title.\n' +
      "Treating the overline as ordinary text because it's so short.",
    () => 'Unexpected short overline, expected a title with over- and underline',
  ),
  'overline-alone': rule<None>(
    3,
    () => 'Incomplete section title.',
    () => 'Unexpected end after an overlined title, expected its underline',
  ),
  'overline-unmatched': rule<None>(
    3,
    () => 'Missing matching underline for section title overline.',
    () => 'Unexpected line under an overlined title, expected its underline',
  ),
  'overline-differs': rule<None>(
    3,
    () => 'Title overline & underline mismatch.',
    () => 'Unexpected underline, expected one like the overline',
  ),
  'overline-narrow': rule<None>(
    2,
    () => 'Title overline too short.',
    () => 'Unexpected short overline, expected one as long as the title',
  ),
  'section-level': rule<{level: number; newLevel: number}>(
    3,
    ({level, newLevel}) => `Inconsistent title style: skip from level ${level} to ${newLevel}.`,
    ({level, newLevel}) =>
      `Unexpected title of level ${newLevel}, expected at most level ${level + 1}`,
  ),
  'section-level-unreachable': rule<{level: number; newLevel: number}>(
    3,
    ({newLevel}) => `A level ${newLevel} section cannot be used here.`,
    ({newLevel}) => `Unexpected title of level ${newLevel}, expected a deeper one here`,
  ),
}
