/** Fields that hold a list; in a docinfo field its items stand with commas. */
const lists = new Set(['tags', 'keywords', 'authors'])
/** Fields that hold a number, a truth value or nothing: in a docinfo field all of it is text. */
const scalars = new Set([
  'sidebar_position',
  'toc_min_heading_level',
  'toc_max_heading_level',
  'hide_title',
  'hide_table_of_contents',
  'draft',
  'unlisted',
  'pagination_next',
  'pagination_prev',
  'displayed_sidebar',
  'custom_edit_url',
])

/**
 * The fields at the top of an RST page as a front matter has them: there all values are text.
 */
export function fieldValues(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fieldValue(name, value)]),
  )
}

function fieldValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (lists.has(name)) return value.split(',').map((item) => item.trim())
  return scalars.has(name) ? scalarValue(value) : value
}

function scalarValue(text: string): unknown {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return {true: true, false: false, null: null}[text] ?? text
}
