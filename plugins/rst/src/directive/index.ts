/**
 * docutils' directives, in the order of its reference. Sphinx' are in `sphinx/index.ts` and are
 * handed in by those who want them.
 */
import {
  admonition,
  attention,
  caution,
  danger,
  error,
  hint,
  important,
  note,
  tip,
  warning,
} from './admonition.ts'
import {classDirective} from './class.ts'
import {code} from './code.ts'
import {compound} from './compound.ts'
import {container} from './container.ts'
import {contents} from './contents.ts'
import {csvTable} from './csv-table.ts'
import {date} from './date.ts'
import {footer, header} from './decoration.ts'
import {defaultRole} from './default-role.ts'
import {figure} from './figure.ts'
import {image} from './image.ts'
import {include} from './include.ts'
import {lineBlock} from './line-block.ts'
import {listTable} from './list-table.ts'
import {math} from './math.ts'
import {meta} from './meta.ts'
import {parsedLiteral} from './parsed-literal.ts'
import {epigraph, highlights, pullQuote} from './quote.ts'
import {raw} from './raw.ts'
import {replace} from './replace.ts'
import {role} from './role.ts'
import {rubric} from './rubric.ts'
import {sectnum} from './sectnum.ts'
import type {DirectiveSpec} from './spec.ts'
import {table} from './table.ts'
import {targetNotes} from './target-notes.ts'
import {testDirective} from './test-directive.ts'
import {title} from './title.ts'
import {sidebar, topic} from './topic.ts'
import {unicode} from './unicode.ts'

export const directives: readonly DirectiveSpec[] = [
  // Admonitions
  attention,
  caution,
  danger,
  error,
  hint,
  important,
  note,
  tip,
  warning,
  admonition,
  // Images
  image,
  figure,
  // Body elements
  topic,
  sidebar,
  lineBlock,
  parsedLiteral,
  code,
  math,
  rubric,
  epigraph,
  highlights,
  pullQuote,
  compound,
  container,
  // Tables
  table,
  csvTable,
  listTable,
  // Document parts
  contents,
  sectnum,
  header,
  footer,
  // References
  targetNotes,
  // HTML-specific
  meta,
  // Directives for substitution definitions
  replace,
  unicode,
  date,
  // Miscellaneous
  include,
  raw,
  classDirective,
  role,
  defaultRole,
  title,
  testDirective,
]
