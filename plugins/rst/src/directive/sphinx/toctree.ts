import {titledTarget} from '../../role/sphinx/explicit-title.ts'
import {trim} from '../../text/whitespace.ts'
import {Element} from '../../tree.ts'
import {classes} from '../convert/class.ts'
import {integer} from '../convert/number.ts'
import {flag, unchanged, unchangedRequired} from '../convert/text.ts'
import {type Converter, directive} from '../spec.ts'

/** An entry: a title of its own, if it has one, and the document or address it leads to. */
type Entry = [title: string | undefined, target: string]

/** How many levels are numbered: all of them without a value. */
const levels: Converter<number> = (text) => (text ? integer(text) : 999)

export const toctree = directive({
  name: 'toctree',
  doc: 'The documents that come below this one.',
  options: {
    maxdepth: integer,
    name: unchanged,
    class: classes,
    caption: unchangedRequired,
    glob: flag,
    hidden: flag,
    includehidden: flag,
    numbered: levels,
    titlesonly: flag,
    reversed: flag,
  },
  content: true,
  run(call) {
    const {class: names = [], name, ...details} = call.options
    const entries = call.content.lines.flatMap(({text}) => entryOf(trim(text)))
    const element = new Element('toctree', {}, [], call.line)
    element.data = {details: {...details, ...(name === undefined ? {} : {name}), entries}}
    const wrapper = new Element('compound', {classes: ['toctree-wrapper', ...names]}, [element])
    wrapper.line = call.line
    call.addName(wrapper)
    return [wrapper]
  },
})

function entryOf(text: string): Entry[] {
  if (text === '') return []
  const {title, target, explicit} = titledTarget(text)
  return [[explicit ? title : undefined, target]]
}
