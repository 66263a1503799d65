import {makeId} from '../text/name.ts'
import {Element} from '../tree.ts'
import {blockAttributes} from './block-attributes.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive, type DirectiveSpec} from './spec.ts'

/** An admonition that is named after what it is; its title is the reader's language's affair. */
export function titledAdmonition(name: string, doc: string): DirectiveSpec {
  return directive({
    name,
    doc,
    options: {class: classes, name: unchanged},
    content: 'required',
    run(call) {
      const element = new Element(name, blockAttributes(call))
      call.addName(element)
      call.parseBlocks(call.content, element)
      return [element]
    },
  })
}

export const attention = titledAdmonition(
  'attention',
  'Something that wants the reader’s attention.',
)
export const caution = titledAdmonition('caution', 'Something to be careful with.')
export const danger = titledAdmonition('danger', 'Something that can do harm.')
export const error = titledAdmonition('error', 'Something that is wrong, or goes wrong.')
export const hint = titledAdmonition('hint', 'Something that helps to find out.')
export const important = titledAdmonition('important', 'Something not to be missed.')
export const note = titledAdmonition('note', 'Something the reader should notice.')
export const tip = titledAdmonition('tip', 'Something that makes work easier.')
export const warning = titledAdmonition('warning', 'Something that can go wrong.')

/** `.. admonition:: And, by the way` */
export const admonition = directive({
  name: 'admonition',
  doc: 'An admonition with a title of the writer’s own.',
  arguments: {required: 1, whitespace: true},
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const text = call.arguments[0]!
    const element = new Element('admonition', blockAttributes(call))
    element.attributes.classes ??= [`admonition-${makeId(text)}`]
    call.addName(element)
    const {nodes, messages} = call.parseInline(text)
    element.children.push(new Element('title', {}, nodes, call.line), ...messages)
    call.parseBlocks(call.content, element)
    return [element]
  },
})
