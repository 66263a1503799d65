/** CommonMark, in which HTML is HTML, or MDX, in which it is JSX. Both with GFM and directives. */
export type Dialect = 'md' | 'mdx'

/** Names that JSX spells otherwise than HTML. */
const jsxNames: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** `<name attribute="…">`; attributes without a value are left out. */
export function startTag(name: string, attributes: Attributes, dialect: Dialect): string {
  return `<${name}${writtenAttributes(attributes, dialect)}>`
}

/** Attributes of a tag, each behind a space; those without a value are left out. */
export function writtenAttributes(attributes: Attributes, dialect: Dialect): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (dialect === 'mdx' && key === 'style') return ` style={{${jsxStyle(String(value))}}}`
    const spelled = dialect === 'mdx' ? (jsxNames[key] ?? key) : key
    return ` ${spelled}="${escaped(String(value)).replaceAll('"', '&quot;')}"`
  })
  return written.join('')
}

/** `width: 60%; margin-inline: auto` as the fields of an object. */
function jsxStyle(style: string): string {
  const fields = style.split(/; */).map((declaration) => {
    const [name = '', value = ''] = declaration.split(/: */)
    const field = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    return `${field}: ${quoted(value)}`
  })
  return fields.join(', ')
}

/** A text as a string of JavaScript. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'")}'`
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
