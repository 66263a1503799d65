/** docutils' categories of elements, as far as its transforms ask for them. */

function types(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}

/** Elements that show nothing. */
export const invisible = types('comment substitution_definition target pending')

/** What may stand before a document's title, subtitle or docinfo. */
export const preBibliographic = new Set([
  ...invisible,
  ...types('title subtitle meta decoration system_message raw'),
])

/** Elements that carry names of their own: a target before them keeps its own. */
export const targetable = types('footnote citation target')

/** Elements whose text is shown as it is. */
export const fixedText = types('comment literal_block doctest_block math_block raw address')

/** Elements that hold text and inline elements. */
export const textElements = new Set([
  ...fixedText,
  ...types('title subtitle rubric paragraph attribution term classifier field_name option_string'),
  ...types('option_argument line label caption substitution_definition target reference'),
  ...types('author organization contact version revision status date copyright'),
  ...types('abbreviation acronym emphasis generated inline literal strong subscript superscript'),
  ...types('title_reference footnote_reference citation_reference substitution_reference math'),
  ...types('problematic'),
])

export const admonitions = types(
  'attention caution danger error important note tip hint warning admonition',
)

/** Body elements: what a section, a list item, a table cell may hold. */
export const body = new Set([
  ...invisible,
  ...admonitions,
  ...types('system_message raw paragraph rubric compound container block_quote reference'),
  ...types('bullet_list enumerated_list definition_list field_list option_list literal_block'),
  ...types('doctest_block math_block line_block footnote citation image figure table'),
])
