/** CommonMark, in which HTML is HTML, or MDX, in which it is JSX. Both with GFM and directives. */
export type Dialect = 'md' | 'mdx'

/** Names that JSX spells otherwise than HTML. */
const jsxNames: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
}

/** `<name attribute="…">`; attributes without a value are left out. */
export function startTag(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  dialect: Dialect,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    const spelled = dialect === 'mdx' ? (jsxNames[key] ?? key) : key
    return value === undefined
      ? []
      : ` ${spelled}="${escaped(String(value)).replaceAll('"', '&quot;')}"`
  })
  return `<${name}${written.join('')}>`
}

/** Text as HTML has it. */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character]!)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}
