import {classAttribute} from './class-attribute.ts'
import {role, type RoleSpec} from './spec.ts'

/** A role that does nothing but wrap an element around the text. */
function generic(name: string, type: string, aliases: string[], doc: string): RoleSpec {
  return role({
    name,
    aliases,
    doc,
    run: (call) => ({nodes: [call.element(type, call.text, classAttribute(call))], messages: []}),
  })
}

export const abbreviation = generic('abbreviation', 'abbreviation', ['ab'], 'A shortened word.')
export const acronym = generic('acronym', 'acronym', ['ac'], 'A word made of initial letters.')
export const emphasis = generic('emphasis', 'emphasis', [], 'Emphasized text, as `*text*`.')
export const literal = generic('literal', 'literal', [], 'Literal text, but with escapes.')
export const strong = generic('strong', 'strong', [], 'Strong text, as `**text**`.')
export const subscript = generic('subscript', 'subscript', ['sub'], 'Text below the line.')
export const superscript = generic('superscript', 'superscript', ['sup'], 'Text above the line.')
export const titleReference = generic(
  'title-reference',
  'title_reference',
  ['title', 't'],
  'The title of a book, a song or the like; the role of interpreted text that names none.',
)
